#pragma once
// Every function of this folder: in float within 2^-21 of max(1, |f|), special values as in math/, results below
// the normal range 0 or rounded; in double those of math/. The errors given are those of every 199th of all floats.

#include <ogive/math/fast/elu.hpp>
#include <ogive/math/fast/exp.hpp>
#include <ogive/math/fast/mish.hpp>
#include <ogive/math/fast/normal.hpp>
#include <ogive/math/fast/sigmoid.hpp>
#include <ogive/math/fast/softplus.hpp>
#include <ogive/math/fast/tanh.hpp>
