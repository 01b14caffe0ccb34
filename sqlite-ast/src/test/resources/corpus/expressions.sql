-- literals
SELECT 1, 0, 9223372036854775807, 9223372036854775808, 0x1F, 0XfF, 1_000_000, 0xFF_FF
SELECT 1.5, .5, 5., 1e10, 1.5E-3, 2e+5, 1_0.2_5e1_0
SELECT 'text', '', 'it''s', 'a -- b', 'a /* b */', ';'
SELECT x'', X'53514c', x'00ff'
SELECT NULL, TRUE, FALSE, true, False
SELECT CURRENT_TIME, CURRENT_DATE, CURRENT_TIMESTAMP
SELECT ?, ?1, ?5, ?, :name, @name, $name, :name, $ns::var(idx), #hash
-- names
SELECT a, t.a, main.t.a, "a", [a], `a`, t."a", "t".[a] FROM t
SELECT "no such column", "it""s" FROM t
SELECT [Unit Price], "select", `Unit Price`, [select] FROM [Order Details]
SELECT "Order Details"."Unit Price" FROM "Order Details"
SELECT rowid, _rowid_, oid FROM t
SELECT 't'.'a' FROM t
-- unary
SELECT -1, - 1, -(-1), - -1, +1, ~1, ~~1, -~+1, NOT 1, NOT NOT 1, -a, +b FROM t
SELECT -(a + b), ~(a | b), NOT (a AND b), (NOT a) = b, NOT a = b, -(NOT a) FROM t
SELECT -9223372036854775808, - 9223372036854775808, -0x8000000000000000
SELECT -a COLLATE nocase, (-a) COLLATE nocase, -(a COLLATE nocase), ~a || b FROM t
-- binary and precedence
SELECT 1 + 2 * 3 - 4 / 5 % 6, (1 + 2) * (3 - 4) / (5 % 6)
SELECT a - b - c, a - (b - c), a / b / c, a / (b / c) FROM t
SELECT a || b || c, a || (b || c), (a + b) || c, a + (b || c), a || b + c FROM t
SELECT a << 1 | 2 & 3 >> 4, a << (1 | 2) & (3 >> 4) FROM t
SELECT a < b = c > d, a < (b = c) > d, (a < b) = (c > d) FROM t
SELECT a = b == c <> d != e, a = (b = (c <> d)) FROM t
SELECT a OR b AND c, (a OR b) AND c, a AND b OR c AND d, a AND (b OR c) AND d FROM t
SELECT a OR b OR c, a OR (b OR c), a AND b AND c, a AND (b AND c) FROM t
SELECT (a = 1 OR b = 2) AND c = 3 FROM t
SELECT NOT a AND b, NOT (a AND b), NOT a OR b, a AND NOT b OR c, a AND NOT (b OR c) FROM t
SELECT 1 + NOT 2, 1 + NOT 2 = 3, 1 * (NOT 2) + 3, 5 - NOT a IN (1, 2) FROM t
SELECT a & b = c, (a & b) = c, a & (b = c), a + b < c << d FROM t
SELECT a IS b, a IS NOT b, a IS NULL, a IS NOT NULL, a ISNULL, a NOTNULL, a NOT NULL FROM t
SELECT a IS NOT b = c, a IS (NOT b), (a IS NOT b) = c, a IS NOT (b = c) FROM t
SELECT a IS DISTINCT FROM b, a IS NOT DISTINCT FROM b, a IS DISTINCT FROM NULL, a IS NOT DISTINCT FROM NULL FROM t
SELECT a IS TRUE, a IS NOT TRUE, a IS FALSE, a IS NOT FALSE, (a IS TRUE) IS FALSE FROM t
SELECT a = b IS NULL, (a = b) IS NULL, a = (b IS NULL), a ISNULL < 3, a = b ISNULL < 3 FROM t
SELECT a IS (NULL), a IS NULL + 1, a IS NULL IS NOT NULL, NULL IS NULL FROM t
SELECT NOT a IS NULL, NOT a ISNULL < 3, (NOT a) IS NULL, NOT (a IS NULL) FROM t
-- between
SELECT a BETWEEN 1 AND 2, a NOT BETWEEN 1 AND 2, a BETWEEN 1 AND 2 AND b, a BETWEEN 1 AND 2 OR b FROM t
SELECT a BETWEEN b + 1 AND c * 2, a BETWEEN (b AND c) AND d, a BETWEEN (b OR c) AND (d AND e) FROM t
SELECT NOT a BETWEEN b AND c, (NOT a) BETWEEN b AND c, a = b BETWEEN c AND d, a BETWEEN b AND c = d FROM t
SELECT a BETWEEN b AND c BETWEEN d AND e, a BETWEEN b AND (c BETWEEN d AND e) FROM t
SELECT a BETWEEN b = c AND d, a BETWEEN b IN (1) AND d, a BETWEEN NOT b AND c FROM t
-- in
SELECT a IN (1, 2, 3), a NOT IN (1), a IN (), a NOT IN (), a IN (b), a IN (NULL) FROM t
SELECT a IN (SELECT a FROM u), a NOT IN (SELECT a FROM u WHERE x = t.a), a IN (VALUES (1), (2)) FROM t
SELECT a IN ((SELECT 1)), a IN ((SELECT 1), 2), a IN (WITH q AS (SELECT 1) SELECT * FROM q) FROM t
SELECT k IN w FROM (SELECT 1 AS k) WHERE k IN tv OR 1
SELECT 1 WHERE (1, 2) IN tv OR (1, 2) IN main.tv OR 3 IN generate_series(1, 5)
SELECT 1 WHERE 3 IN json_each
SELECT (a, b) IN ((1, 2), (3, 4)), (a, b) IN (SELECT a, b FROM u), (a, b) NOT IN (VALUES (1, 2)) FROM t
SELECT a IN (1) IN (2), a IN (1) = b, a = b IN (1), (a = b) IN (1), a = (b IN (1)), NOT a IN (1) FROM t
SELECT a + 1 IN (1, 2), a < b IN (1), a < (b IN (1)), a AND b NOT IN (1) FROM t
SELECT count(*) IN (), a IN (random()), abs(a) IN () FROM t
-- like
SELECT b LIKE 'a%', b NOT LIKE 'a%', b LIKE 'a\%' ESCAPE '\', b NOT LIKE b ESCAPE '!' FROM t
SELECT b GLOB 'a*', b NOT GLOB 'a*', b LIKE 'x' || 'y', b LIKE ('x' = 'y'), (b LIKE 'x') LIKE 'y' FROM t
SELECT b LIKE a < c ESCAPE '!', b LIKE c LIKE d ESCAPE '!', NOT b LIKE c, b = c LIKE d FROM t
SELECT * FROM ft WHERE ft MATCH 'x' AND title NOT LIKE 'y'
SELECT like('a', 'b'), glob('a', 'b'), replace('a', 'b', 'c'), if(1, 2, 3), left.a FROM t AS left
-- collate and cast
SELECT b COLLATE nocase = c, b = c COLLATE nocase, (b = c) COLLATE nocase, b COLLATE nocase COLLATE binary FROM t
SELECT b COLLATE "nocase", b COLLATE 'nocase', b COLLATE [nocase], a + b COLLATE rtrim, (a + b) COLLATE rtrim FROM t
SELECT CAST(a AS TEXT), CAST(a AS DOUBLE PRECISION), CAST(a AS NVARCHAR(160)), CAST(a AS DECIMAL(10, -2)), CAST(a AS "int"), CAST(a AS) FROM t
SELECT CAST(a AS 'text'), CAST(a + 1 AS INTEGER) + 2, CAST(a AS UNSIGNED BIG INT), CAST(a AS VARCHAR(+5)) FROM t
-- case
SELECT CASE a WHEN 1 THEN 2 END, CASE WHEN a THEN b ELSE c END, CASE a WHEN 1 THEN 2 WHEN 3 THEN 4 ELSE 5 END FROM t
SELECT CASE WHEN a OR b THEN 1 END + 1, -CASE WHEN a THEN 1 END, CASE (a AND b) WHEN c = d THEN NOT e END FROM t
-- functions
SELECT abs(a), max(a, b), min(a), count(*), count(), count(DISTINCT a), count(ALL a), sum(DISTINCT c) FROM t
SELECT group_concat(b, ','), group_concat(DISTINCT b), group_concat(b ORDER BY c DESC), string_agg(b, '-' ORDER BY a, c) FROM t
SELECT "abs"(a), [max](a, b), `count`(*) FROM t
SELECT count(*) FILTER (WHERE a > 1), sum(a) FILTER (WHERE b IN (SELECT b FROM u)) FROM t
SELECT total(a) AS filter, total(b) over FROM t
SELECT coalesce(a, b, c), iif(a, b, c), ifnull(a, b), nullif(a, 1), printf('%d', a), char(65), hex(d) FROM t
SELECT date('now'), datetime(c, 'unixepoch', '+1 day'), strftime('%Y', 'now'), random() IS NULL
-- json
SELECT doc -> '$.a', doc ->> '$.b' -> 0 ->> 1, doc -> 'a' || 'b', doc -> ('a' || 'b'), -doc ->> 'a' FROM j
SELECT json_extract(doc, '$.a'), json_array(1, 2), json_object('a', 1), doc ->> 0 + 1 FROM j
-- subqueries and rows
SELECT (SELECT 1), (SELECT max(a) FROM t) + 1, EXISTS (SELECT 1 FROM t), NOT EXISTS (SELECT 1 FROM u WHERE u.a = t.a) FROM t
SELECT (VALUES (5)), (WITH q AS (SELECT 7 AS z) SELECT z FROM q), ((SELECT 1)), -(SELECT 1)
SELECT (a, b) = (1, 2), (a, b) < (b, a), (a, b) IS (1, 2), (a, b) = (SELECT a, b FROM u), (1, 2) BETWEEN (a, b) AND (3, 4) FROM t
SELECT a FROM t WHERE (a, b, c) >= (1, 'x', 2.5) AND (b, c) <> ('y', 0)
SELECT 1 - (2 - (3 - (4 - 5))), ((((1)))), (((a)) + ((b))) FROM t
SELECT a/*c*/+/**/b FROM t -- trailing
SELECT 1 /* never closed
