/* What the scripts of tables in pieces share: execute("pieces.sol"). */

/* Where piece k begins: each power of two from 1 on has as many parts as said. */
procedure start(k, parts, unit) {
  var o; o = floor(k / parts);
  return unit * (2^o * (1 + (k - o * parts) / parts) - 1);
};

/* The number around which piece k is a polynomial lies this part of it from its beginning. Near a root that is outside of
   the piece it is there that the slope's roundings should count least. */
procedure place_of(k) {
  return 1/2;
};

/* A number of p bits near c where what f has behind its first p bits is next to nothing. */
procedure good_middle(f, c, step, p) {
  var j, v, e, best, place, candidate;
  best = 1; place = c;
  for j from -60 to 60 do {
    candidate = round(c + j * step, p, RN);
    v = f(candidate); e = abs(round(v, p, RN) / v - 1);
    if (e < best) then { best = e; place = candidate; };
  };
  return place;
};

/* The pieces of f, fitted by the relative error if size is f, their errors beside size; they stand in the order of
   their leading bits, where those of [1, 2) come last. With over_x, which is f / x, the first is x times a polynomial. */
procedure pieces(f, over_x, size, count, parts, unit, last, p, step) {
  var k, a, b, c, g, q, columns, i, worst, e, formats, column, kind;
  kind = absolute; if (f == size) then kind = relative;
  worst = 0; columns = [||]; formats = [||];
  for i from 0 to last + 1 do { columns = columns :. [||]; formats = formats :. p; };
  for k from 0 to count - 1 do {
    a = start(k, parts, unit); b = start(k + 1, parts, unit);
    if (k == 0 && over_x != 0) then {
      c = 0; g = over_x;
      q = fpminimax(g, last - 1, tail(tail(formats)), [0; b], relative);
      e = dirtyinfnorm(q / g - 1, [0; b]);
      q = x * q;
    } else {
      c = good_middle(f, a + place_of(k) * (b - a), step, p); g = f(c + x);
      q = fpminimax(g, last, tail(formats), [a - c; b - c], kind);
      e = dirtyinfnorm((q - g) / size(c + x), [a - c; b - c]);
    };
    if (e > worst) then worst = e;
    columns[0] = columns[0] :. c;
    for i from 0 to last do columns[i + 1] = columns[i + 1] :. coeff(q, i);
  };
  for i from 0 to last + 1 do {
    column = "{";
    for k from 0 to count - 1 do {
      column = column @ columns[i][mod(k + parts, count)];
      if (k < count - 1) then { if (mod(k, 4) == 3) then column = column @ ",\n            " else column = column @ ", "; };
    };
    if (i == 0) then { print("    middles", column @ "};"); print("    coefficients"); }
    else print("           {" @ column @ "}},");
  };
  display = decimal!; print("error 2^" @ round(log2(worst), 10, RN)); display = hexadecimal!;
};
