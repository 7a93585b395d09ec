# `name`: one function by size, a line for each library. Bars from the lower to the upper quartile.
load "bench/report/style.gp"
set title name
set logscale xy
set xlabel "floats in a row"
set ylabel "ns per element"
there = ""
do for [i=1:words(libraries)] { if (lines("speed", name." ".word(libraries, i)) > 0) { there = there." ".i } }
library(k) = word(libraries, int(word(there, k)))
plot for [k=1:words(there)] select("speed", name." ".library(k)) using 3:4:5:6 with yerrorlines \
    linecolor rgb colour(int(word(there, k))) linewidth (k == 1 ? 3 : 1.5) pointtype 7 pointsize 0.5 title library(k)
