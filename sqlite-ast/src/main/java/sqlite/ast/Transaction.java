package sqlite.ast;

import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * The statements that open and close transactions. Names after the word TRANSACTION are read and
 * ignored by SQLite, and not kept.
 *
 * @see <a href="https://sqlite.org/lang_transaction.html">Transactions</a>
 */
public sealed interface Transaction extends Statement {

  /** {@code BEGIN [mode] [TRANSACTION]}. */
  record Begin(TransactionMode mode, SourceSpan span) implements Transaction {}

  /** {@code COMMIT} or {@code END}. */
  record Commit(SourceSpan span) implements Transaction {}

  /** {@code ROLLBACK [TO savepoint]}. */
  record Rollback(@Nullable Name savepoint, SourceSpan span) implements Transaction {}

  /** {@code SAVEPOINT name}. */
  record Savepoint(Name name, SourceSpan span) implements Transaction {}

  /** {@code RELEASE [SAVEPOINT] name}. */
  record Release(Name name, SourceSpan span) implements Transaction {}
}
