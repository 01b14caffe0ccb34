-- each operator, alone and beside the next one in both groupings
SELECT a OR b, a OR b != c, (a OR b) != c, a OR (b != c), a != b OR c, (a != b) OR c, a != (b OR c) FROM t
SELECT a AND b, a AND b < c, (a AND b) < c, a AND (b < c), a < b AND c, (a < b) AND c, a < (b AND c) FROM t
SELECT a = b, a = b <= c, (a = b) <= c, a = (b <= c), a <= b = c, (a <= b) = c, a <= (b = c) FROM t
SELECT a == b, a == b > c, (a == b) > c, a == (b > c), a > b == c, (a > b) == c, a > (b == c) FROM t
SELECT a <> b, a <> b >= c, (a <> b) >= c, a <> (b >= c), a >= b <> c, (a >= b) <> c, a >= (b <> c) FROM t
SELECT a != b, a != b & c, (a != b) & c, a != (b & c), a & b != c, (a & b) != c, a & (b != c) FROM t
SELECT a < b, a < b | c, (a < b) | c, a < (b | c), a | b < c, (a | b) < c, a | (b < c) FROM t
SELECT a <= b, a <= b << c, (a <= b) << c, a <= (b << c), a << b <= c, (a << b) <= c, a << (b <= c) FROM t
SELECT a > b, a > b >> c, (a > b) >> c, a > (b >> c), a >> b > c, (a >> b) > c, a >> (b > c) FROM t
SELECT a >= b, a >= b + c, (a >= b) + c, a >= (b + c), a + b >= c, (a + b) >= c, a + (b >= c) FROM t
SELECT a & b, a & b - c, (a & b) - c, a & (b - c), a - b & c, (a - b) & c, a - (b & c) FROM t
SELECT a | b, a | b * c, (a | b) * c, a | (b * c), a * b | c, (a * b) | c, a * (b | c) FROM t
SELECT a << b, a << b / c, (a << b) / c, a << (b / c), a / b << c, (a / b) << c, a / (b << c) FROM t
SELECT a >> b, a >> b % c, (a >> b) % c, a >> (b % c), a % b >> c, (a % b) >> c, a % (b >> c) FROM t
SELECT a + b, a + b || c, (a + b) || c, a + (b || c), a || b + c, (a || b) + c, a || (b + c) FROM t
SELECT a - b, a - b -> c, (a - b) -> c, a - (b -> c), a -> b - c, (a -> b) - c, a -> (b - c) FROM t
SELECT a * b, a * b ->> c, (a * b) ->> c, a * (b ->> c), a ->> b * c, (a ->> b) * c, a ->> (b * c) FROM t
SELECT a / b, a / b IS c, (a / b) IS c, a / (b IS c), a IS b / c, (a IS b) / c, a IS (b / c) FROM t
SELECT a % b, a % b IS NOT c, (a % b) IS NOT c, a % (b IS NOT c), a IS NOT b % c, (a IS NOT b) % c, a IS NOT (b % c) FROM t
SELECT a || b, a || b IS DISTINCT FROM c, (a || b) IS DISTINCT FROM c, a || (b IS DISTINCT FROM c), a IS DISTINCT FROM b || c, (a IS DISTINCT FROM b) || c, a IS DISTINCT FROM (b || c) FROM t
SELECT a -> b, a -> b IS NOT DISTINCT FROM c, (a -> b) IS NOT DISTINCT FROM c, a -> (b IS NOT DISTINCT FROM c), a IS NOT DISTINCT FROM b -> c, (a IS NOT DISTINCT FROM b) -> c, a IS NOT DISTINCT FROM (b -> c) FROM t
SELECT a ->> b, a ->> b OR c, (a ->> b) OR c, a ->> (b OR c), a OR b ->> c, (a OR b) ->> c, a OR (b ->> c) FROM t
SELECT a IS b, a IS b AND c, (a IS b) AND c, a IS (b AND c), a AND b IS c, (a AND b) IS c, a AND (b IS c) FROM t
SELECT a IS NOT b, a IS NOT b = c, (a IS NOT b) = c, a IS NOT (b = c), a = b IS NOT c, (a = b) IS NOT c, a = (b IS NOT c) FROM t
SELECT a IS DISTINCT FROM b, a IS DISTINCT FROM b == c, (a IS DISTINCT FROM b) == c, a IS DISTINCT FROM (b == c), a == b IS DISTINCT FROM c, (a == b) IS DISTINCT FROM c, a == (b IS DISTINCT FROM c) FROM t
SELECT a IS NOT DISTINCT FROM b, a IS NOT DISTINCT FROM b <> c, (a IS NOT DISTINCT FROM b) <> c, a IS NOT DISTINCT FROM (b <> c), a <> b IS NOT DISTINCT FROM c, (a <> b) IS NOT DISTINCT FROM c, a <> (b IS NOT DISTINCT FROM c) FROM t
-- prefix operators before and after each of them
SELECT -a OR -b, (-a) OR ~b, NOT a OR b, (NOT a) OR b, a OR (NOT b), -(a OR b), NOT (a OR b) FROM t
SELECT -a AND -b, (-a) AND ~b, NOT a AND b, (NOT a) AND b, a AND (NOT b), -(a AND b), NOT (a AND b) FROM t
SELECT -a = -b, (-a) = ~b, NOT a = b, (NOT a) = b, a = (NOT b), -(a = b), NOT (a = b) FROM t
SELECT -a == -b, (-a) == ~b, NOT a == b, (NOT a) == b, a == (NOT b), -(a == b), NOT (a == b) FROM t
SELECT -a <> -b, (-a) <> ~b, NOT a <> b, (NOT a) <> b, a <> (NOT b), -(a <> b), NOT (a <> b) FROM t
SELECT -a != -b, (-a) != ~b, NOT a != b, (NOT a) != b, a != (NOT b), -(a != b), NOT (a != b) FROM t
SELECT -a < -b, (-a) < ~b, NOT a < b, (NOT a) < b, a < (NOT b), -(a < b), NOT (a < b) FROM t
SELECT -a <= -b, (-a) <= ~b, NOT a <= b, (NOT a) <= b, a <= (NOT b), -(a <= b), NOT (a <= b) FROM t
SELECT -a > -b, (-a) > ~b, NOT a > b, (NOT a) > b, a > (NOT b), -(a > b), NOT (a > b) FROM t
SELECT -a >= -b, (-a) >= ~b, NOT a >= b, (NOT a) >= b, a >= (NOT b), -(a >= b), NOT (a >= b) FROM t
SELECT -a & -b, (-a) & ~b, NOT a & b, (NOT a) & b, a & (NOT b), -(a & b), NOT (a & b) FROM t
SELECT -a | -b, (-a) | ~b, NOT a | b, (NOT a) | b, a | (NOT b), -(a | b), NOT (a | b) FROM t
SELECT -a << -b, (-a) << ~b, NOT a << b, (NOT a) << b, a << (NOT b), -(a << b), NOT (a << b) FROM t
SELECT -a >> -b, (-a) >> ~b, NOT a >> b, (NOT a) >> b, a >> (NOT b), -(a >> b), NOT (a >> b) FROM t
SELECT -a + -b, (-a) + ~b, NOT a + b, (NOT a) + b, a + (NOT b), -(a + b), NOT (a + b) FROM t
SELECT -a - -b, (-a) - ~b, NOT a - b, (NOT a) - b, a - (NOT b), -(a - b), NOT (a - b) FROM t
SELECT -a * -b, (-a) * ~b, NOT a * b, (NOT a) * b, a * (NOT b), -(a * b), NOT (a * b) FROM t
SELECT -a / -b, (-a) / ~b, NOT a / b, (NOT a) / b, a / (NOT b), -(a / b), NOT (a / b) FROM t
SELECT -a % -b, (-a) % ~b, NOT a % b, (NOT a) % b, a % (NOT b), -(a % b), NOT (a % b) FROM t
SELECT -a || -b, (-a) || ~b, NOT a || b, (NOT a) || b, a || (NOT b), -(a || b), NOT (a || b) FROM t
SELECT -a -> -b, (-a) -> ~b, NOT a -> b, (NOT a) -> b, a -> (NOT b), -(a -> b), NOT (a -> b) FROM t
SELECT -a ->> -b, (-a) ->> ~b, NOT a ->> b, (NOT a) ->> b, a ->> (NOT b), -(a ->> b), NOT (a ->> b) FROM t
SELECT -a IS -b, (-a) IS ~b, NOT a IS b, (NOT a) IS b, a IS (NOT b), -(a IS b), NOT (a IS b) FROM t
SELECT -a IS NOT -b, (-a) IS NOT ~b, NOT a IS NOT b, (NOT a) IS NOT b, a IS NOT (NOT b), -(a IS NOT b), NOT (a IS NOT b) FROM t
SELECT -a IS DISTINCT FROM -b, (-a) IS DISTINCT FROM ~b, NOT a IS DISTINCT FROM b, (NOT a) IS DISTINCT FROM b, a IS DISTINCT FROM (NOT b), -(a IS DISTINCT FROM b), NOT (a IS DISTINCT FROM b) FROM t
SELECT -a IS NOT DISTINCT FROM -b, (-a) IS NOT DISTINCT FROM ~b, NOT a IS NOT DISTINCT FROM b, (NOT a) IS NOT DISTINCT FROM b, a IS NOT DISTINCT FROM (NOT b), -(a IS NOT DISTINCT FROM b), NOT (a IS NOT DISTINCT FROM b) FROM t
-- the operators that are words
SELECT b IN (1, 2), NOT b IN (1, 2), (NOT b) IN (1, 2), -b IN (1, 2), b + c IN (1, 2), b = c IN (1, 2), b = (c IN (1, 2)), (b = c) IN (1, 2), b OR c IN (1, 2), b IN (1, 2) AND c, b IN (1, 2) = c FROM t
SELECT b NOT IN (1, 2), NOT b NOT IN (1, 2), (NOT b) NOT IN (1, 2), -b NOT IN (1, 2), b + c NOT IN (1, 2), b = c NOT IN (1, 2), b = (c NOT IN (1, 2)), (b = c) NOT IN (1, 2), b OR c NOT IN (1, 2), b NOT IN (1, 2) AND c, b NOT IN (1, 2) = c FROM t
SELECT b IN (SELECT a FROM u), NOT b IN (SELECT a FROM u), (NOT b) IN (SELECT a FROM u), -b IN (SELECT a FROM u), b + c IN (SELECT a FROM u), b = c IN (SELECT a FROM u), b = (c IN (SELECT a FROM u)), (b = c) IN (SELECT a FROM u), b OR c IN (SELECT a FROM u), b IN (SELECT a FROM u) AND c, b IN (SELECT a FROM u) = c FROM t
SELECT b NOT IN (SELECT a FROM u), NOT b NOT IN (SELECT a FROM u), (NOT b) NOT IN (SELECT a FROM u), -b NOT IN (SELECT a FROM u), b + c NOT IN (SELECT a FROM u), b = c NOT IN (SELECT a FROM u), b = (c NOT IN (SELECT a FROM u)), (b = c) NOT IN (SELECT a FROM u), b OR c NOT IN (SELECT a FROM u), b NOT IN (SELECT a FROM u) AND c, b NOT IN (SELECT a FROM u) = c FROM t
SELECT b LIKE 'x', NOT b LIKE 'x', (NOT b) LIKE 'x', -b LIKE 'x', b + c LIKE 'x', b = c LIKE 'x', b = (c LIKE 'x'), (b = c) LIKE 'x', b OR c LIKE 'x', b LIKE 'x' AND c, b LIKE 'x' = c FROM t
SELECT b NOT LIKE 'x', NOT b NOT LIKE 'x', (NOT b) NOT LIKE 'x', -b NOT LIKE 'x', b + c NOT LIKE 'x', b = c NOT LIKE 'x', b = (c NOT LIKE 'x'), (b = c) NOT LIKE 'x', b OR c NOT LIKE 'x', b NOT LIKE 'x' AND c, b NOT LIKE 'x' = c FROM t
SELECT b GLOB 'x', NOT b GLOB 'x', (NOT b) GLOB 'x', -b GLOB 'x', b + c GLOB 'x', b = c GLOB 'x', b = (c GLOB 'x'), (b = c) GLOB 'x', b OR c GLOB 'x', b GLOB 'x' AND c, b GLOB 'x' = c FROM t
SELECT b NOT GLOB 'x', NOT b NOT GLOB 'x', (NOT b) NOT GLOB 'x', -b NOT GLOB 'x', b + c NOT GLOB 'x', b = c NOT GLOB 'x', b = (c NOT GLOB 'x'), (b = c) NOT GLOB 'x', b OR c NOT GLOB 'x', b NOT GLOB 'x' AND c, b NOT GLOB 'x' = c FROM t
SELECT b REGEXP 'x', NOT b REGEXP 'x', (NOT b) REGEXP 'x', -b REGEXP 'x', b + c REGEXP 'x', b = c REGEXP 'x', b = (c REGEXP 'x'), (b = c) REGEXP 'x', b OR c REGEXP 'x', b REGEXP 'x' AND c, b REGEXP 'x' = c FROM t
SELECT b NOT REGEXP 'x', NOT b NOT REGEXP 'x', (NOT b) NOT REGEXP 'x', -b NOT REGEXP 'x', b + c NOT REGEXP 'x', b = c NOT REGEXP 'x', b = (c NOT REGEXP 'x'), (b = c) NOT REGEXP 'x', b OR c NOT REGEXP 'x', b NOT REGEXP 'x' AND c, b NOT REGEXP 'x' = c FROM t
SELECT b MATCH 'x', NOT b MATCH 'x', (NOT b) MATCH 'x', -b MATCH 'x', b + c MATCH 'x', b = c MATCH 'x', b = (c MATCH 'x'), (b = c) MATCH 'x', b OR c MATCH 'x', b MATCH 'x' AND c, b MATCH 'x' = c FROM t
SELECT b NOT MATCH 'x', NOT b NOT MATCH 'x', (NOT b) NOT MATCH 'x', -b NOT MATCH 'x', b + c NOT MATCH 'x', b = c NOT MATCH 'x', b = (c NOT MATCH 'x'), (b = c) NOT MATCH 'x', b OR c NOT MATCH 'x', b NOT MATCH 'x' AND c, b NOT MATCH 'x' = c FROM t
SELECT b REGEXP 'x' ESCAPE 'y', NOT b REGEXP 'x' ESCAPE 'y', (NOT b) REGEXP 'x' ESCAPE 'y', -b REGEXP 'x' ESCAPE 'y', b + c REGEXP 'x' ESCAPE 'y', b = c REGEXP 'x' ESCAPE 'y', b = (c REGEXP 'x' ESCAPE 'y'), (b = c) REGEXP 'x' ESCAPE 'y', b OR c REGEXP 'x' ESCAPE 'y', b REGEXP 'x' ESCAPE 'y' AND c, b REGEXP 'x' ESCAPE 'y' = c FROM t
SELECT b LIKE 'x' ESCAPE 'y', NOT b LIKE 'x' ESCAPE 'y', (NOT b) LIKE 'x' ESCAPE 'y', -b LIKE 'x' ESCAPE 'y', b + c LIKE 'x' ESCAPE 'y', b = c LIKE 'x' ESCAPE 'y', b = (c LIKE 'x' ESCAPE 'y'), (b = c) LIKE 'x' ESCAPE 'y', b OR c LIKE 'x' ESCAPE 'y', b LIKE 'x' ESCAPE 'y' AND c, b LIKE 'x' ESCAPE 'y' = c FROM t
SELECT b NOT LIKE 'x' ESCAPE 'y', NOT b NOT LIKE 'x' ESCAPE 'y', (NOT b) NOT LIKE 'x' ESCAPE 'y', -b NOT LIKE 'x' ESCAPE 'y', b + c NOT LIKE 'x' ESCAPE 'y', b = c NOT LIKE 'x' ESCAPE 'y', b = (c NOT LIKE 'x' ESCAPE 'y'), (b = c) NOT LIKE 'x' ESCAPE 'y', b OR c NOT LIKE 'x' ESCAPE 'y', b NOT LIKE 'x' ESCAPE 'y' AND c, b NOT LIKE 'x' ESCAPE 'y' = c FROM t
SELECT b BETWEEN 1 AND 2, NOT b BETWEEN 1 AND 2, (NOT b) BETWEEN 1 AND 2, -b BETWEEN 1 AND 2, b + c BETWEEN 1 AND 2, b = c BETWEEN 1 AND 2, b = (c BETWEEN 1 AND 2), (b = c) BETWEEN 1 AND 2, b OR c BETWEEN 1 AND 2, b BETWEEN 1 AND 2 AND c, b BETWEEN 1 AND 2 = c FROM t
SELECT b NOT BETWEEN 1 AND 2, NOT b NOT BETWEEN 1 AND 2, (NOT b) NOT BETWEEN 1 AND 2, -b NOT BETWEEN 1 AND 2, b + c NOT BETWEEN 1 AND 2, b = c NOT BETWEEN 1 AND 2, b = (c NOT BETWEEN 1 AND 2), (b = c) NOT BETWEEN 1 AND 2, b OR c NOT BETWEEN 1 AND 2, b NOT BETWEEN 1 AND 2 AND c, b NOT BETWEEN 1 AND 2 = c FROM t
SELECT b ISNULL, NOT b ISNULL, (NOT b) ISNULL, -b ISNULL, b + c ISNULL, b = c ISNULL, b = (c ISNULL), (b = c) ISNULL, b OR c ISNULL, b ISNULL AND c, b ISNULL = c FROM t
SELECT b NOTNULL, NOT b NOTNULL, (NOT b) NOTNULL, -b NOTNULL, b + c NOTNULL, b = c NOTNULL, b = (c NOTNULL), (b = c) NOTNULL, b OR c NOTNULL, b NOTNULL AND c, b NOTNULL = c FROM t
SELECT b NOT NULL, NOT b NOT NULL, (NOT b) NOT NULL, -b NOT NULL, b + c NOT NULL, b = c NOT NULL, b = (c NOT NULL), (b = c) NOT NULL, b OR c NOT NULL, b NOT NULL AND c, b NOT NULL = c FROM t
SELECT b IS NULL, NOT b IS NULL, (NOT b) IS NULL, -b IS NULL, b + c IS NULL, b = c IS NULL, b = (c IS NULL), (b = c) IS NULL, b OR c IS NULL, b IS NULL AND c, b IS NULL = c FROM t
SELECT b IS NOT NULL, NOT b IS NOT NULL, (NOT b) IS NOT NULL, -b IS NOT NULL, b + c IS NOT NULL, b = c IS NOT NULL, b = (c IS NOT NULL), (b = c) IS NOT NULL, b OR c IS NOT NULL, b IS NOT NULL AND c, b IS NOT NULL = c FROM t
SELECT b COLLATE nocase, NOT b COLLATE nocase, (NOT b) COLLATE nocase, -b COLLATE nocase, b + c COLLATE nocase, b = c COLLATE nocase, b = (c COLLATE nocase), (b = c) COLLATE nocase, b OR c COLLATE nocase, b COLLATE nocase AND c, b COLLATE nocase = c FROM t
-- depth and width
SELECT ((((((((((((((((((((1))))))))))))))))))))
SELECT - - - - - - - - - - 1
SELECT NOT NOT NOT NOT NOT a FROM t
SELECT ~ - + ~ - + a FROM t
SELECT 0 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + 17 + 18 + 19 + 20 + 21 + 22 + 23 + 24 + 25 + 26 + 27 + 28 + 29 + 30 + 31 + 32 + 33 + 34 + 35 + 36 + 37 + 38 + 39 + 40 + 41 + 42 + 43 + 44 + 45 + 46 + 47 + 48 + 49 + 50 + 51 + 52 + 53 + 54 + 55 + 56 + 57 + 58 + 59
SELECT a FROM t WHERE a = 0 OR a = 1 OR a = 2 OR a = 3 OR a = 4 OR a = 5 OR a = 6 OR a = 7 OR a = 8 OR a = 9 OR a = 10 OR a = 11 OR a = 12 OR a = 13 OR a = 14 OR a = 15 OR a = 16 OR a = 17 OR a = 18 OR a = 19 OR a = 20 OR a = 21 OR a = 22 OR a = 23 OR a = 24 OR a = 25 OR a = 26 OR a = 27 OR a = 28 OR a = 29 OR a = 30 OR a = 31 OR a = 32 OR a = 33 OR a = 34 OR a = 35 OR a = 36 OR a = 37 OR a = 38 OR a = 39
SELECT a FROM t WHERE b <> '0' AND b <> '1' AND b <> '2' AND b <> '3' AND b <> '4' AND b <> '5' AND b <> '6' AND b <> '7' AND b <> '8' AND b <> '9' AND b <> '10' AND b <> '11' AND b <> '12' AND b <> '13' AND b <> '14' AND b <> '15' AND b <> '16' AND b <> '17' AND b <> '18' AND b <> '19' AND b <> '20' AND b <> '21' AND b <> '22' AND b <> '23' AND b <> '24' AND b <> '25' AND b <> '26' AND b <> '27' AND b <> '28' AND b <> '29' AND b <> '30' AND b <> '31' AND b <> '32' AND b <> '33' AND b <> '34' AND b <> '35' AND b <> '36' AND b <> '37' AND b <> '38' AND b <> '39'
SELECT '0' || '1' || '2' || '3' || '4' || '5' || '6' || '7' || '8' || '9' || '10' || '11' || '12' || '13' || '14' || '15' || '16' || '17' || '18' || '19' || '20' || '21' || '22' || '23' || '24' || '25' || '26' || '27' || '28' || '29' || '30' || '31' || '32' || '33' || '34' || '35' || '36' || '37' || '38' || '39'
SELECT a IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79) FROM t
