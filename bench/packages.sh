# To be sourced after cmake/debian.sh: what building and running the benchmarks needs, the other libraries too. One that
# cannot be had is left out.
want_to_build
want libbenchmark-dev /usr/include/benchmark/benchmark.h
want libeigen3-dev /usr/include/eigen3/Eigen/Core
want libxnnpack-dev /usr/include/xnnpack.h
want libpthreadpool-dev /usr/include/pthreadpool.h
want libdnnl-dev /usr/include/oneapi/dnnl/dnnl.hpp
want libsleef-dev "/usr/include/$(gcc -print-multiarch 2>/dev/null)/sleef.h"
want libtorch-dev /usr/include/ATen/ATen.h
