# Grey words and middle colours, no background: readable on light and dark.
set terminal svg size 640,360 dynamic font "sans-serif,13"
set border lc rgb "#808080"
set tics textcolor rgb "#808080"
set key textcolor rgb "#808080"
set grid lc rgb "#808080" lw 0.3 dt 3
set zeroaxis lc rgb "#808080" lw 1
set style line 1 lc rgb "#3b82d0" lw 2
set style line 2 lc rgb "#d9772e" lw 2 dt 2
set style line 3 lc rgb "#3a9f5c" lw 2 dt 4
set style line 4 lc rgb "#c04fb4" lw 2
set style line 5 lc rgb "#b08a1c" lw 2
