#pragma once

#include <ogive/activation/gate.hpp>
#include <ogive/activation/gelu_family.hpp>
#include <ogive/activation/norm_family.hpp>
#include <ogive/activation/relu_family.hpp>
#include <ogive/activation/softmax_family.hpp>
#include <ogive/activation/softplus.hpp>
#include <ogive/activation/swish_family.hpp>
