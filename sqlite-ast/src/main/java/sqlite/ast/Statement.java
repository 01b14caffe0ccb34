package sqlite.ast;

import sqlite.token.SourceSpan;

/**
 * One statement.
 *
 * @see <a href="https://sqlite.org/lang.html">SQL as understood by SQLite</a>
 */
public sealed interface Statement
    permits Select,
        Insert,
        Update,
        Delete,
        CreateTable,
        CreateTableAs,
        CreateIndex,
        CreateView,
        CreateTrigger,
        CreateVirtualTable,
        Drop,
        AlterTable,
        Pragma,
        Explain,
        Transaction,
        Maintenance {

  /** From the first character of the statement to the last, the semicolon excluded. */
  SourceSpan span();
}
