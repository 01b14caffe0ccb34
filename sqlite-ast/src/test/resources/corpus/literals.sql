-- numbers
SELECT 0, -0, +0 + 1
SELECT 7, -7, +7 + 1
SELECT 007, -007, +007 + 1
SELECT 42, -42, +42 + 1
SELECT 2147483648, -2147483648, +2147483648 + 1
SELECT 9223372036854775807, -9223372036854775807, +9223372036854775807 + 1
SELECT 9223372036854775808, -9223372036854775808, +9223372036854775808 + 1
SELECT 18446744073709551616, -18446744073709551616, +18446744073709551616 + 1
SELECT 123456789012345678901234567890, -123456789012345678901234567890, +123456789012345678901234567890 + 1
SELECT 1_2, -1_2, +1_2 + 1
SELECT 1_000_000_000, -1_000_000_000, +1_000_000_000 + 1
SELECT 0x0, -0x0, +0x0 + 1
SELECT 0x7fffffffffffffff, -0x7fffffffffffffff, +0x7fffffffffffffff + 1
SELECT 0xFFFFFFFFFFFFFFFF, -0xFFFFFFFFFFFFFFFF, +0xFFFFFFFFFFFFFFFF + 1
SELECT 0X1a_2B, -0X1a_2B, +0X1a_2B + 1
SELECT 0xdead_beef, -0xdead_beef, +0xdead_beef + 1
SELECT 0.0, -0.0, 0.0 * 2
SELECT 1., -1., 1. * 2
SELECT 1.0, -1.0, 1.0 * 2
SELECT 0.1, -0.1, 0.1 * 2
SELECT .25, -.25, .25 * 2
SELECT 3.14159, -3.14159, 3.14159 * 2
SELECT 1e0, -1e0, 1e0 * 2
SELECT 1E5, -1E5, 1E5 * 2
SELECT 1e+5, -1e+5, 1e+5 * 2
SELECT 1e-5, -1e-5, 1e-5 * 2
SELECT 1.5e10, -1.5e10, 1.5e10 * 2
SELECT 1.e3, -1.e3, 1.e3 * 2
SELECT .5e-2, -.5e-2, .5e-2 * 2
SELECT 1_0.0_1, -1_0.0_1, 1_0.0_1 * 2
SELECT 1e1_0, -1e1_0, 1e1_0 * 2
SELECT 12_3.4_5e6, -12_3.4_5e6, 12_3.4_5e6 * 2
SELECT 1e400, -1e400, 1e400 * 2
SELECT 1e-400, -1e-400, 1e-400 * 2
SELECT 4.9e-324, -4.9e-324, 4.9e-324 * 2
SELECT 1.7976931348623157e308, -1.7976931348623157e308, 1.7976931348623157e308 * 2
-- texts, blobs and the rest
SELECT '', '' || 'x', typeof('')
SELECT 'a', 'a' || 'x', typeof('a')
SELECT 'it''s', 'it''s' || 'x', typeof('it''s')
SELECT '''', '''' || 'x', typeof('''')
SELECT '''''', '''''' || 'x', typeof('''''')
SELECT 'line\n', 'line\n' || 'x', typeof('line\n')
SELECT 'tab\t', 'tab\t' || 'x', typeof('tab\t')
SELECT '--', '--' || 'x', typeof('--')
SELECT '/*', '/*' || 'x', typeof('/*')
SELECT '*/', '*/' || 'x', typeof('*/')
SELECT ';', ';' || 'x', typeof(';')
SELECT '"', '"' || 'x', typeof('"')
SELECT '`', '`' || 'x', typeof('`')
SELECT '[x]', '[x]' || 'x', typeof('[x]')
SELECT 'é', 'é' || 'x', typeof('é')
SELECT '日本語', '日本語' || 'x', typeof('日本語')
SELECT '😀', '😀' || 'x', typeof('😀')
SELECT '%_', '%_' || 'x', typeof('%_')
SELECT x'', x'' || 'x', typeof(x'')
SELECT X'', X'' || 'x', typeof(X'')
SELECT x'00', x'00' || 'x', typeof(x'00')
SELECT X'0aF9', X'0aF9' || 'x', typeof(X'0aF9')
SELECT x'53514c697465', x'53514c697465' || 'x', typeof(x'53514c697465')
SELECT NULL, NULL || 'x', typeof(NULL)
SELECT null, null || 'x', typeof(null)
SELECT CURRENT_DATE, CURRENT_DATE || 'x', typeof(CURRENT_DATE)
SELECT current_time, current_time || 'x', typeof(current_time)
SELECT Current_Timestamp, Current_Timestamp || 'x', typeof(Current_Timestamp)
SELECT TRUE, TRUE || 'x', typeof(TRUE)
SELECT false, false || 'x', typeof(false)
-- parameters
SELECT ?, ?, ?
SELECT ?3, ?1, ?2
SELECT ?10, ?, ?11, ?
SELECT :a, :b, :a
SELECT @a, @b2, @_c
SELECT $a, $b::c, $d(e), $f::g(h)
SELECT :1, @2, $3
SELECT ?, :a, ?2, @b, $c, ?
SELECT a FROM t WHERE b = :name AND c > $min OR a = @id LIMIT ?
SELECT #a, :ü, @é1
SELECT :select, @from, $where
SELECT ?32766
