# To be sourced after cmake/debian.sh: what the networks need.
want_to_build
want zlib1g-dev /usr/include/zlib.h
want libtbb-dev /usr/include/tbb/tbb.h
want libeigen3-dev /usr/include/eigen3/Eigen/Core
want libcli11-dev /usr/include/CLI/CLI.hpp
want dataset-fashion-mnist /usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz
