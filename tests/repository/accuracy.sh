#!/bin/sh
# accuracy.sh <repository>: the docstring of each activation says what docs/accuracy.md has measured; see accuracy.awk.
set -eu
cd "$1"
awk -f tests/repository/accuracy.awk docs/accuracy.md include/ogive/activation/*.hpp
