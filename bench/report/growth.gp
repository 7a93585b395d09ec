# Fused against one pass per operation, by the number of operations.
load "bench/report/style.gp"
set title "operations of one forward pass, every fourth a tanh"
set logscale y
set format x "%g"
set xrange [0:17]
set xlabel "operations"
set ylabel "ns per element"
sizes = "4096 16777216"
plot for [i=1:2] select("growth", "fused ".word(sizes, i)) using 3:4:5:6 with yerrorlines linecolor rgb colour(2 * i - 1) \
         linewidth 2 pointtype 7 pointsize 0.5 title "fused, ".word(sizes, i), \
     for [i=1:2] select("growth", "unfused ".word(sizes, i)) using 3:4:5:6 with yerrorlines linecolor rgb colour(2 * i - 1) \
         linewidth 2 dashtype 2 pointtype 6 pointsize 0.5 title "one by one, ".word(sizes, i)
