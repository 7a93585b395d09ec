# awk -v machine=<text> -v compiler=<text> -f json.awk <points>
function number(x) { return x == "-" ? "null" : x }
BEGIN { printf "{\"machine\": \"%s\", \"compiler\": \"%s\", \"points\": [", machine, compiler }
{
    printf "%s\n{\"part\": \"%s\", \"name\": \"%s\", \"median\": %s, \"low\": %s, \"high\": %s, \"runs\": %s", (NR > 1 ? "," : ""),
           $1, $2, $3, $4, $5, $6
    if ($9 != "" && $9 != "-")
        printf ", \"bytes\": %s, \"operations\": %s, \"roofline\": %s, \"bound\": \"%s\"", number($7), number($8), number($9), $10
    printf "}"
}
END { print "\n]}" }
