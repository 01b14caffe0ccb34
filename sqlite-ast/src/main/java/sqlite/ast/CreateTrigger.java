package sqlite.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sqlite.token.SourceSpan;

/**
 * CREATE TRIGGER.
 *
 * @param updateOf the columns of UPDATE OF, else empty
 * @param body one or more of Insert, Update, Delete and Select
 * @see <a href="https://sqlite.org/lang_createtrigger.html">CREATE TRIGGER</a>
 */
public record CreateTrigger(
    boolean temporary,
    boolean ifNotExists,
    QualifiedName name,
    TriggerTime time,
    TriggerEventKind event,
    List<Name> updateOf,
    QualifiedName table,
    boolean forEachRow,
    @Nullable Expr when,
    List<Statement> body,
    SourceSpan span)
    implements Statement {
  public CreateTrigger {
    updateOf = List.copyOf(updateOf);
    body = List.copyOf(body);
    if (body.isEmpty()) {
      throw new IllegalArgumentException("a trigger without statements");
    }
  }
}
