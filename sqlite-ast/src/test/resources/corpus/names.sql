-- quoting
SELECT "a" FROM t
SELECT t."a" FROM t
SELECT main.t."a" FROM main.t
SELECT 1 AS "a"
SELECT 1 "a"
SELECT x."a" FROM t AS x ORDER BY x."a"
SELECT [a] FROM t
SELECT t.[a] FROM t
SELECT main.t.[a] FROM main.t
SELECT 1 AS [a]
SELECT 1 [a]
SELECT x.[a] FROM t AS x ORDER BY x.[a]
SELECT `a` FROM t
SELECT t.`a` FROM t
SELECT main.t.`a` FROM main.t
SELECT 1 AS `a`
SELECT 1 `a`
SELECT x.`a` FROM t AS x ORDER BY x.`a`
SELECT a FROM t
SELECT t.a FROM t
SELECT main.t.a FROM main.t
SELECT 1 AS a
SELECT 1 a
SELECT x.a FROM t AS x ORDER BY x.a
SELECT A FROM t
SELECT t.A FROM t
SELECT main.t.A FROM main.t
SELECT 1 AS A
SELECT 1 A
SELECT x.A FROM t AS x ORDER BY x.A
SELECT "A" FROM t
SELECT t."A" FROM t
SELECT main.t."A" FROM main.t
SELECT 1 AS "A"
SELECT 1 "A"
SELECT x."A" FROM t AS x ORDER BY x."A"
SELECT a AS 'single' FROM t
SELECT 't'.a FROM t
SELECT "t".* FROM t
SELECT [t].* FROM t
SELECT `t`.* FROM t
SELECT * FROM "t"
SELECT * FROM [t]
SELECT * FROM `t`
SELECT * FROM 't'
SELECT * FROM "main".[t]
CREATE TABLE "a""b"("c""d")
CREATE TABLE `a``b`(`c``d`)
CREATE TABLE 'a''b'('c''d')
CREATE TABLE [a"b]([c`d])
CREATE TABLE ""("")
CREATE TABLE "1"("2", "3 4")
CREATE TABLE ünïcödé(straße, 名前, Ω)
CREATE TABLE a$x(b$1, _c, __)
CREATE TABLE n("true", [false], `null`)
SELECT true, false, "true", [true] FROM (SELECT 1 AS "true")
SELECT "not a column", 'b', "b" FROM t
SELECT rowid, t.rowid, main.t.rowid, oid, _ROWID_ FROM t
SELECT ABS(a), Abs(a), "abs"(a), [abs](a), `abs`(a) FROM t
SELECT a	FROMt 	WHERE	a
SELECT/**/a/* x */FROM/*y*/t
-- keywords that fall back to names
CREATE TABLE abort(abort)
CREATE TABLE action(action)
CREATE TABLE after(after)
CREATE TABLE always(always)
CREATE TABLE analyze(analyze)
CREATE TABLE asc(asc)
CREATE TABLE attach(attach)
CREATE TABLE before(before)
CREATE TABLE begin(begin)
CREATE TABLE by(by)
CREATE TABLE cascade(cascade)
CREATE TABLE cast(cast)
CREATE TABLE column(column)
CREATE TABLE conflict(conflict)
CREATE TABLE current(current)
CREATE TABLE current_date(current_date)
CREATE TABLE current_time(current_time)
CREATE TABLE current_timestamp(current_timestamp)
CREATE TABLE database(database)
CREATE TABLE deferred(deferred)
CREATE TABLE desc(desc)
CREATE TABLE detach(detach)
CREATE TABLE do(do)
CREATE TABLE each(each)
CREATE TABLE end(end)
CREATE TABLE exclude(exclude)
CREATE TABLE exclusive(exclusive)
CREATE TABLE explain(explain)
CREATE TABLE fail(fail)
CREATE TABLE filter(filter)
CREATE TABLE first(first)
CREATE TABLE following(following)
CREATE TABLE for(for)
CREATE TABLE generated(generated)
CREATE TABLE glob(glob)
CREATE TABLE groups(groups)
CREATE TABLE main.if(if)
CREATE TABLE ignore(ignore)
CREATE TABLE immediate(immediate)
CREATE TABLE initially(initially)
CREATE TABLE instead(instead)
CREATE TABLE key(key)
CREATE TABLE last(last)
CREATE TABLE like(like)
CREATE TABLE match(match)
CREATE TABLE materialized(materialized)
CREATE TABLE no(no)
CREATE TABLE nulls(nulls)
CREATE TABLE of(of)
CREATE TABLE offset(offset)
CREATE TABLE others(others)
CREATE TABLE over(over)
CREATE TABLE partition(partition)
CREATE TABLE plan(plan)
CREATE TABLE pragma(pragma)
CREATE TABLE preceding(preceding)
CREATE TABLE query(query)
CREATE TABLE raise(raise)
CREATE TABLE range(range)
CREATE TABLE recursive(recursive)
CREATE TABLE regexp(regexp)
CREATE TABLE reindex(reindex)
CREATE TABLE release(release)
CREATE TABLE rename(rename)
CREATE TABLE replace(replace)
CREATE TABLE restrict(restrict)
CREATE TABLE rollback(rollback)
CREATE TABLE row(row)
CREATE TABLE rows(rows)
CREATE TABLE savepoint(savepoint)
CREATE TABLE temp(temp)
CREATE TABLE temporary(temporary)
CREATE TABLE ties(ties)
CREATE TABLE trigger(trigger)
CREATE TABLE unbounded(unbounded)
CREATE TABLE vacuum(vacuum)
CREATE TABLE view(view)
CREATE TABLE virtual(virtual)
CREATE TABLE window(window)
CREATE TABLE with(with)
CREATE TABLE without(without)
SELECT x.abort AS abort FROM (SELECT 1 AS abort) AS x
SELECT x.begin AS begin FROM (SELECT 1 AS begin) AS x
SELECT x.desc AS desc FROM (SELECT 1 AS desc) AS x
SELECT x.end AS end FROM (SELECT 1 AS end) AS x
SELECT x.filter AS filter FROM (SELECT 1 AS filter) AS x
SELECT x.key AS key FROM (SELECT 1 AS key) AS x
SELECT x.match AS match FROM (SELECT 1 AS match) AS x
SELECT x.over AS over FROM (SELECT 1 AS over) AS x
SELECT x.plan AS plan FROM (SELECT 1 AS plan) AS x
SELECT x.query AS query FROM (SELECT 1 AS query) AS x
SELECT x.replace AS replace FROM (SELECT 1 AS replace) AS x
SELECT x.row AS row FROM (SELECT 1 AS row) AS x
SELECT x.temp AS temp FROM (SELECT 1 AS temp) AS x
SELECT x.view AS view FROM (SELECT 1 AS view) AS x
SELECT x.window AS window FROM (SELECT 1 AS window) AS x
SELECT x.with AS with FROM (SELECT 1 AS with) AS x
SELECT x.like AS like FROM (SELECT 1 AS like) AS x
SELECT x.glob AS glob FROM (SELECT 1 AS glob) AS x
SELECT x.if AS if FROM (SELECT 1 AS if) AS x
SELECT x.no AS no FROM (SELECT 1 AS no) AS x
SELECT x.do AS do FROM (SELECT 1 AS do) AS x
SELECT x.of AS of FROM (SELECT 1 AS of) AS x
SELECT x.by AS by FROM (SELECT 1 AS by) AS x
SELECT x.for AS for FROM (SELECT 1 AS for) AS x
CREATE TABLE n(cross)
SELECT cross FROM (SELECT 1 AS cross)
CREATE TABLE n(full)
SELECT full FROM (SELECT 1 AS full)
CREATE TABLE n(inner)
SELECT inner FROM (SELECT 1 AS inner)
CREATE TABLE n(left)
SELECT left FROM (SELECT 1 AS left)
CREATE TABLE n(natural)
SELECT natural FROM (SELECT 1 AS natural)
CREATE TABLE n(outer)
SELECT outer FROM (SELECT 1 AS outer)
CREATE TABLE n(right)
SELECT right FROM (SELECT 1 AS right)
