/* What the scripts of tables of 32 entries share: execute("row_of_32.sol"). */

/* A row of a table from a list of 32. */
procedure row(values) {
  var text, j, ending;
  text = "        {{";
  for j from 0 to 31 do {
    ending = ", "; if (mod(j, 6) == 5) then ending = ",\n          "; if (j == 31) then ending = "}},";
    text = text @ values[j] @ ending;
  };
  print(text);
};
