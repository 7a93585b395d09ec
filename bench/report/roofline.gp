# Each function with the limit that it is held against above it; the roofs that memory sets, as sloping lines.
load "bench/report/style.gp"
set title "forward, fused: reached (points) and allowed here (ends of the bars)"
set logscale xy
set format x "%g"
set xlabel "operations per byte"
set ylabel "operations in a ns"
levels = "cache memory"
names = "'half of the first cache' 'memory'"
slope(i) = real(system(sprintf("awk '$3 == \"%s\" && $7 > m { m = $7 } END { print m + 0 }' %sroofline.dat", word(levels, i), out)))
at(i) = sprintf("< awk '$3 == \"%s\"' %sroofline.dat", word(levels, i), out)
s1 = slope(1)
s2 = slope(2)
set xrange [0.1:10]
plot for [i=1:2] at(i) using 4:5:(0):($6 - $5) with vectors nohead linecolor rgb colour(2 * i - 1) linewidth 1 notitle, \
     for [i=1:2] at(i) using 4:5 with points linecolor rgb colour(2 * i - 1) pointtype 7 pointsize 0.6 title word(names, i), \
     at(1) using 4:5:("  ".stringcolumn(8)) with labels left font ",9" \
         textcolor rgb ink notitle, \
     s1 > 0 ? s1 * x : 1/0 linecolor rgb colour(1) dashtype 3 title "all that the cache gives", \
     s2 > 0 ? s2 * x : 1/0 linecolor rgb colour(3) dashtype 3 title "all that memory gives"
