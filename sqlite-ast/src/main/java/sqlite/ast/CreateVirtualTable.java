package sqlite.ast;

import java.util.List;
import sqlite.token.SourceSpan;

/**
 * CREATE VIRTUAL TABLE.
 *
 * @param arguments the text between the commas as written, outer blanks removed
 * @see <a href="https://sqlite.org/lang_createvtab.html">CREATE VIRTUAL TABLE</a>
 */
public record CreateVirtualTable(
    boolean ifNotExists, QualifiedName name, Name module, List<String> arguments, SourceSpan span)
    implements Statement {
  public CreateVirtualTable {
    arguments = List.copyOf(arguments);
  }
}
