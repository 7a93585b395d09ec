#!/bin/sh
# check.sh <folder>: the survey in docs is what docs/survey/run.sh writes. Drawings are compared where gnuplot has the
# version that drew them.
set -eu
out=$1
cd "$(dirname "$0")/../.."
rm -rf "$out"
mkdir -p "$out"
sh docs/survey/run.sh "$out"
drawn=$(sed -n 's/^<desc>Produced by GNUPLOT \(.*\) <.*/\1/p' docs/activations/relu.svg)
if [ "gnuplot $drawn" = "$(gnuplot --version)" ]; then
    diff -r docs/activations "$out/activations"
else
    diff -r -x '*.svg' docs/activations "$out/activations"
fi
diff docs/catalogue.md "$out/catalogue.md"
echo "up to date"
