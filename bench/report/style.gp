# For all pictures: no background, and colours that can be read on a light one and on a dark one. `out`: the prefix of
# the data (data.awk).
set terminal svg size 760,460 dynamic enhanced font "sans-serif,13"
ink = "#808080"
set border 3 linecolor rgb ink
set tics nomirror textcolor rgb ink
set xlabel textcolor rgb ink
set ylabel textcolor rgb ink
set title textcolor rgb ink noenhanced
set key textcolor rgb ink outside right top noenhanced
set grid linecolor rgb ink linewidth 0.3 dashtype 3
colour(i) = word("#e15759 #f28e2b #4c9be8 #5fad56 #b07aa1 #76b7b2 #a67c52 #c9b037 #8c8c8c", i)
libraries = "Ogive Ogive_fast XNNPACK oneDNN Eigen SLEEF libtorch xsimd g++_fast_math"
set format x "%.0s%c"
# The lines of a file whose first words are these, by the word after them.
select(file, first) = sprintf("< awk 'index($0, \"%s \") == 1' %s%s.dat | sort -g -k %d", first, out, file, words(first) + 1)
lines(file, words) = int(system(sprintf("awk 'index($0, \"%s \") == 1' %s%s.dat | wc -l", words, out, file)))
