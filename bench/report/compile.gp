# Seconds of a compiler, by the number of operations in one formula.
load "bench/report/style.gp"
set title "compiling one formula, forward and backward"
set xlabel "operations"
set ylabel "user seconds"
set yrange [0:*]
compilers = system(sprintf("awk '{ print $1 }' %scompile.dat | sort -u | tr '\\n' ' '", out))
plot for [i=1:words(compilers)] select("compile", word(compilers, i)) using 2:3 with linespoints \
    linecolor rgb colour(2 * i - 1) linewidth 2 pointtype 7 pointsize 0.5 title word(compilers, i)
