UPDATE t SET b = 'x' WHERE a = 1
UPDATE main.t AS x SET b = x.c, c = 2 RETURNING *
UPDATE OR ROLLBACK t SET b = 'x' WHERE a = 1
UPDATE OR ROLLBACK main.t AS x SET b = x.c, c = 2 RETURNING *
UPDATE OR ABORT t SET b = 'x' WHERE a = 1
UPDATE OR ABORT main.t AS x SET b = x.c, c = 2 RETURNING *
UPDATE OR FAIL t SET b = 'x' WHERE a = 1
UPDATE OR FAIL main.t AS x SET b = x.c, c = 2 RETURNING *
UPDATE OR IGNORE t SET b = 'x' WHERE a = 1
UPDATE OR IGNORE main.t AS x SET b = x.c, c = 2 RETURNING *
UPDATE OR REPLACE t SET b = 'x' WHERE a = 1
UPDATE OR REPLACE main.t AS x SET b = x.c, c = 2 RETURNING *
UPDATE t SET b = NULL
UPDATE t SET b = NULL WHERE a IN (1, 2) RETURNING a, b
UPDATE t SET b = b || 'x', c = -c
UPDATE t SET b = b || 'x', c = -c WHERE a IN (1, 2) RETURNING a, b
UPDATE t SET (b, c) = (1, 2)
UPDATE t SET (b, c) = (1, 2) WHERE a IN (1, 2) RETURNING a, b
UPDATE t SET (b) = 1
UPDATE t SET (b) = 1 WHERE a IN (1, 2) RETURNING a, b
UPDATE t SET (b, c) = (SELECT b, x FROM u WHERE u.a = t.a)
UPDATE t SET (b, c) = (SELECT b, x FROM u WHERE u.a = t.a) WHERE a IN (1, 2) RETURNING a, b
UPDATE t SET b = (SELECT max(x) FROM u), (c, d) = (1, x'00')
UPDATE t SET b = (SELECT max(x) FROM u), (c, d) = (1, x'00') WHERE a IN (1, 2) RETURNING a, b
UPDATE t SET b = CASE WHEN a THEN 1 ELSE 2 END
UPDATE t SET b = CASE WHEN a THEN 1 ELSE 2 END WHERE a IN (1, 2) RETURNING a, b
UPDATE t SET b = :b, c = @c, d = $d, e = ?
UPDATE t SET b = :b, c = @c, d = $d, e = ? WHERE a IN (1, 2) RETURNING a, b
UPDATE t SET "b" = 1, [c] = 2, `d` = 3, 'e' = 4
UPDATE t SET "b" = 1, [c] = 2, `d` = 3, 'e' = 4 WHERE a IN (1, 2) RETURNING a, b
UPDATE t AS x INDEXED BY t_b SET c = 1 WHERE x.b = 'x'
DELETE FROM main.t AS x INDEXED BY t_b WHERE x.b = 'x'
UPDATE t AS x NOT INDEXED SET c = 1 WHERE x.b = 'x'
DELETE FROM main.t AS x NOT INDEXED WHERE x.b = 'x'
UPDATE t SET b = 1 FROM u WHERE t.a = 1
UPDATE t SET b = 1 FROM u AS z WHERE t.a = 1
UPDATE t SET b = 1 FROM u, v WHERE t.a = 1
UPDATE t SET b = 1 FROM u JOIN v ON v.t_a = u.a WHERE t.a = 1
UPDATE t SET b = 1 FROM (SELECT 1 AS q) AS s WHERE t.a = 1
UPDATE t SET b = 1 FROM json_each('[1]') AS e WHERE t.a = 1
UPDATE t SET b = 1 FROM u LEFT JOIN w ON w.k = u.a WHERE t.a = 1
WITH q AS (SELECT 1 AS z) UPDATE t SET b = (SELECT z FROM q)
WITH RECURSIVE q(i) AS (SELECT 1 UNION SELECT i + 1 FROM q WHERE i < 3) UPDATE t SET b = i FROM q WHERE a = i
UPDATE t SET a = a + 1
UPDATE tv SET a = 1
UPDATE t SET b = 1 WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a)
