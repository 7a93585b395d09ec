# A point for each library and function: the largest error, and the time in the cache.
load "bench/report/style.gp"
set terminal svg size 900,620 dynamic enhanced font "sans-serif,13"
set title "largest error from -20 to 20, and time at 4096 floats: best is the lower left"
set logscale xy
set format x "10^{%T}"
set xlabel "largest error, units in the last place"
set ylabel "ns per element"
# function library error ns
of(i) = sprintf("< awk '$2 == \"%s\" { n = 1; print } END { if (!n) print \"- - 1 NaN\" }' %saccuracy.dat", word(libraries, i), out)
plot for [i=1:words(libraries)] of(i) using 3:4 with points linecolor rgb colour(i) pointtype (i <= 2 ? 7 : 5) \
         pointsize (i <= 2 ? 0.8 : 0.6) title word(libraries, i), \
     out."accuracy.dat" using 3:4:(" ".stringcolumn(5)) with labels left font ",8" textcolor rgb ink notitle
