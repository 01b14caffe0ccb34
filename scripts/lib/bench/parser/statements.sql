-- Fifty typical statements, one a block: thirty of transactions, twenty of analysis.

SELECT id, email, created_at FROM users WHERE id = ?

SELECT * FROM sessions WHERE token = ?1 AND expires_at > ?2

SELECT u.id, u.name, p.title, p.body FROM users u JOIN posts p ON p.user_id = u.id
WHERE u.id = ? ORDER BY p.created_at DESC LIMIT 20

SELECT id, status, total FROM orders WHERE customer_id = ? AND status IN ('open', 'paid', 'packed')
ORDER BY created_at DESC LIMIT 50 OFFSET 100

SELECT count(*) FROM messages WHERE channel_id = ? AND id > ? AND deleted_at IS NULL

SELECT name, price FROM products WHERE category = 'tools' AND price BETWEEN 10 AND 99.5 ORDER BY price

SELECT id FROM jobs WHERE state = 'queued' AND run_at <= ? ORDER BY priority DESC, run_at LIMIT 10

SELECT a.city, a.street, a.zip FROM addresses AS a WHERE a.user_id = ? AND a.is_default = 1

SELECT EXISTS (SELECT 1 FROM members WHERE team_id = ? AND user_id = ?)

SELECT c.id, c.body, u.name AS author FROM comments AS c LEFT JOIN users AS u ON u.id = c.user_id
WHERE c.post_id = ? AND c.hidden = 0 ORDER BY c.created_at

SELECT coalesce(nickname, name, 'anonymous') AS label FROM profiles WHERE lower(email) = lower(?)

SELECT id, name FROM users WHERE name LIKE 'jo%' AND NOT (blocked = 1 OR deleted = 1) LIMIT 5

INSERT INTO users (email, name, password_hash, created_at) VALUES (?, ?, ?, ?)

INSERT INTO order_items (order_id, product_id, quantity, price)
VALUES (1, 17, 2, 9.99), (1, 23, 1, 149.00), (1, 42, 12, 0.25), (1, 99, 1, 19.5)

INSERT INTO settings (user_id, name, value) VALUES (?, ?, ?)
ON CONFLICT (user_id, name) DO UPDATE SET value = excluded.value

INSERT INTO audit (at, actor, action, detail) VALUES (1700000000, 'system', 'login', 'it''s a test')

INSERT INTO counters (name, n) VALUES ('visits', 1) ON CONFLICT (name) DO UPDATE SET n = n + 1 RETURNING n

INSERT INTO archive (id, body) SELECT id, body FROM messages WHERE created_at < 1600000000

INSERT OR IGNORE INTO tags (name) VALUES ('new'), ('sale'), ('used')

UPDATE users SET last_seen = ? WHERE id = ?

UPDATE accounts SET balance = balance - ?, version = version + 1 WHERE id = ? AND version = ? AND balance >= ?

UPDATE orders SET status = 'shipped', shipped_at = ?, carrier = 'dhl' WHERE id = ? AND status = 'packed'

UPDATE products SET stock = stock - 1 WHERE id = ? AND stock > 0 RETURNING stock

UPDATE jobs SET state = CASE WHEN attempts > 5 THEN 'dead' ELSE 'queued' END, attempts = attempts + 1
WHERE id = ?

DELETE FROM sessions WHERE expires_at < ?

DELETE FROM cart_items WHERE cart_id = ? AND product_id IN (1, 2, 3, 4, 5)

DELETE FROM likes WHERE user_id = ? AND post_id = ?

CREATE TABLE notes (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
title TEXT NOT NULL DEFAULT '', body TEXT, created_at INTEGER NOT NULL, UNIQUE (user_id, title))

CREATE INDEX posts_by_user ON posts (user_id, created_at DESC)

CREATE UNIQUE INDEX IF NOT EXISTS users_by_email ON users (email)

SELECT status, count(*) AS n, sum(total) AS revenue FROM orders GROUP BY status ORDER BY revenue DESC

SELECT c.country, count(DISTINCT o.customer_id) AS customers, avg(o.total) AS mean
FROM orders AS o JOIN customers AS c ON c.id = o.customer_id
WHERE o.created_at >= '2025-01-01' AND o.created_at < '2026-01-01'
GROUP BY c.country HAVING count(*) > 100 ORDER BY mean DESC LIMIT 25

SELECT p.category, sum(i.quantity * i.price) AS revenue, sum(i.quantity) AS sold, max(i.price) AS dearest
FROM order_items AS i JOIN products AS p ON p.id = i.product_id JOIN orders AS o ON o.id = i.order_id
WHERE o.status <> 'cancelled' GROUP BY p.category ORDER BY 2 DESC

SELECT l_returnflag, l_linestatus, sum(l_quantity) AS sum_qty, sum(l_extendedprice) AS sum_base_price,
sum(l_extendedprice * (1 - l_discount)) AS sum_disc_price,
sum(l_extendedprice * (1 - l_discount) * (1 + l_tax)) AS sum_charge, avg(l_quantity) AS avg_qty,
avg(l_extendedprice) AS avg_price, avg(l_discount) AS avg_disc, count(*) AS count_order
FROM lineitem WHERE l_shipdate <= '1998-09-02' GROUP BY l_returnflag, l_linestatus
ORDER BY l_returnflag, l_linestatus

SELECT n_name, sum(l_extendedprice * (1 - l_discount)) AS revenue
FROM customer, orders, lineitem, supplier, nation, region
WHERE c_custkey = o_custkey AND l_orderkey = o_orderkey AND l_suppkey = s_suppkey
AND c_nationkey = s_nationkey AND s_nationkey = n_nationkey AND n_regionkey = r_regionkey
AND r_name = 'ASIA' AND o_orderdate >= '1994-01-01' AND o_orderdate < '1995-01-01'
GROUP BY n_name ORDER BY revenue DESC

SELECT sum(l_extendedprice * l_discount) AS revenue FROM lineitem
WHERE l_shipdate >= '1994-01-01' AND l_shipdate < '1995-01-01'
AND l_discount BETWEEN 0.05 AND 0.07 AND l_quantity < 24

SELECT o_orderpriority, count(*) AS order_count FROM orders
WHERE o_orderdate >= '1993-07-01' AND EXISTS (SELECT * FROM lineitem
WHERE l_orderkey = o_orderkey AND l_commitdate < l_receiptdate)
GROUP BY o_orderpriority ORDER BY o_orderpriority

SELECT c_count, count(*) AS custdist FROM (SELECT c_custkey, count(o_orderkey) AS c_count
FROM customer LEFT OUTER JOIN orders ON c_custkey = o_custkey AND o_comment NOT LIKE '%special%requests%'
GROUP BY c_custkey) AS c_orders GROUP BY c_count ORDER BY custdist DESC, c_count DESC

SELECT 100.00 * sum(CASE WHEN p_type LIKE 'PROMO%' THEN l_extendedprice * (1 - l_discount) ELSE 0 END)
/ sum(l_extendedprice * (1 - l_discount)) AS promo_revenue
FROM lineitem, part WHERE l_partkey = p_partkey AND l_shipdate >= '1995-09-01'

WITH monthly AS (SELECT strftime('%Y-%m', created_at) AS month, sum(total) AS revenue FROM orders GROUP BY 1)
SELECT month, revenue FROM monthly WHERE revenue > (SELECT avg(revenue) FROM monthly) ORDER BY month

WITH active AS (SELECT user_id, count(*) AS n FROM events WHERE at > ? GROUP BY user_id),
ranked AS (SELECT user_id, n FROM active WHERE n > 10)
SELECT u.name, r.n FROM ranked AS r JOIN users AS u ON u.id = r.user_id ORDER BY r.n DESC LIMIT 100

SELECT user_id, at, amount, sum(amount) OVER (PARTITION BY user_id ORDER BY at) AS running FROM payments

SELECT department, name, salary, rank() OVER (PARTITION BY department ORDER BY salary DESC) AS place
FROM employees WHERE salary IS NOT NULL

SELECT region, quarter, revenue, revenue - lag(revenue) OVER (PARTITION BY region ORDER BY quarter) AS change
FROM quarterly ORDER BY region, quarter

SELECT id, name FROM products WHERE id NOT IN (SELECT product_id FROM order_items WHERE quantity > 0)
AND price > (SELECT avg(price) FROM products)

SELECT id, 'order' AS kind, created_at FROM orders WHERE customer_id = ? UNION ALL
SELECT id, 'refund' AS kind, created_at FROM refunds WHERE customer_id = ? ORDER BY created_at DESC LIMIT 30

SELECT day, sum(CASE WHEN kind = 'view' THEN 1 ELSE 0 END) AS views,
sum(CASE WHEN kind = 'click' THEN 1 ELSE 0 END) AS clicks,
round(100.0 * sum(CASE WHEN kind = 'click' THEN 1 ELSE 0 END) / count(*), 2) AS rate
FROM events WHERE day BETWEEN '2026-01-01' AND '2026-01-31' GROUP BY day ORDER BY day

SELECT s.name, count(*) AS waits FROM supplier AS s, lineitem AS l1, orders AS o
WHERE s.id = l1.supplier_id AND o.id = l1.order_id AND o.status = 'F' AND l1.received > l1.committed
AND EXISTS (SELECT 1 FROM lineitem AS l2 WHERE l2.order_id = l1.order_id AND l2.supplier_id <> l1.supplier_id)
AND NOT EXISTS (SELECT 1 FROM lineitem AS l3 WHERE l3.order_id = l1.order_id AND l3.received > l3.committed)
GROUP BY s.name ORDER BY waits DESC, s.name LIMIT 100

SELECT t.name, json_extract(e.payload, '$.browser.name') AS browser, count(*) AS hits
FROM events AS e JOIN tenants AS t ON t.id = e.tenant_id WHERE e.at >= ? AND e.at < ?
GROUP BY t.name, browser HAVING hits > 1000 ORDER BY hits DESC

SELECT a.product_id AS first, b.product_id AS second, count(*) AS together
FROM order_items AS a INNER JOIN order_items AS b ON a.order_id = b.order_id AND a.product_id < b.product_id
GROUP BY a.product_id, b.product_id ORDER BY together DESC LIMIT 50
