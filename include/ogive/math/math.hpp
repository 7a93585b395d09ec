#pragma once
// Every function of this folder.

#include <ogive/math/algebraic.hpp>
#include <ogive/math/elementary.hpp>
#include <ogive/math/elu.hpp>
#include <ogive/math/erf.hpp>
#include <ogive/math/exp.hpp>
#include <ogive/math/fast/fast.hpp>
#include <ogive/math/gelu.hpp>
#include <ogive/math/gelu_tanh.hpp>
#include <ogive/math/inverse_mills.hpp>
#include <ogive/math/log.hpp>
#include <ogive/math/mish.hpp>
#include <ogive/math/normal.hpp>
#include <ogive/math/power.hpp>
#include <ogive/math/quotient.hpp>
#include <ogive/math/serf.hpp>
#include <ogive/math/sigmoid.hpp>
#include <ogive/math/silu.hpp>
#include <ogive/math/softcap.hpp>
#include <ogive/math/softplus.hpp>
#include <ogive/math/swish.hpp>
#include <ogive/math/tanh.hpp>
#include <ogive/math/tanh_shrink.hpp>
#include <ogive/math/tanhexp.hpp>
#include <ogive/math/trigonometric.hpp>
