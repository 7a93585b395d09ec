#pragma once

#include <ogive/print/c99.hpp>
#include <ogive/print/dot.hpp>
#include <ogive/print/latex.hpp>
#include <ogive/print/parameters.hpp>
#include <ogive/print/saved.hpp>
#include <ogive/print/text.hpp>
