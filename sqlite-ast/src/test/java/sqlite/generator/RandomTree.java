package sqlite.generator;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import sqlite.ast.BinaryOperator;
import sqlite.ast.ColumnConstraint;
import sqlite.ast.ColumnDefinition;
import sqlite.ast.CreateTrigger;
import sqlite.ast.DefaultValue;
import sqlite.ast.Delete;
import sqlite.ast.Expr;
import sqlite.ast.Frame;
import sqlite.ast.FrameBound;
import sqlite.ast.GeneratedStorage;
import sqlite.ast.Insert;
import sqlite.ast.InsertSource;
import sqlite.ast.JoinConstraint;
import sqlite.ast.Name;
import sqlite.ast.PragmaValue;
import sqlite.ast.QuoteStyle;
import sqlite.ast.Select;
import sqlite.ast.SelectCore;
import sqlite.ast.Statement;
import sqlite.ast.TableConstraint;
import sqlite.ast.TriggerEventKind;
import sqlite.ast.TypeName;
import sqlite.ast.UnaryOperator;
import sqlite.ast.Update;
import sqlite.ast.UpsertAction;
import sqlite.token.SourceSpan;

/**
 * Random trees over all kinds of node, made from the records themselves, so that a new kind is in
 * them at once. What a record's type allows and the grammar does not is made anew until it is
 * right: see {@link #isWritable}.
 */
final class RandomTree {

  private static final String[] NAMES = {
    "a", "b", "T", "key", "select", "Order Details", "it's", "\"", "`", "[x]", "é", "_1", "true", ""
  };
  private static final String[] TYPES = {
    "INT", "DOUBLE PRECISION", "VARCHAR(10)", "D(1, -2)", "x y"
  };
  private static final String[] INTEGERS = {
    "0", "7", "1_000", "0xFF", "9223372036854775807", "9223372036854775808"
  };
  private static final String[] REALS = {"1.5", ".5", "1.", "1e10", "2.5E-3", "1_0.0_1"};
  private static final String[] TEXTS = {"", "x", "it's", "--", "/*", ";", "\"", "é\n"};
  private static final String[] BLOBS = {"", "00", "aF09"};
  private static final String[] MODULE_ARGUMENTS = {"a", "b UNINDEXED", "c = 'd, e'", "f (g, h)"};

  private final Random random;
  private int depth;

  RandomTree(long seed) {
    random = new Random(seed);
  }

  Statement statement() {
    return (Statement) make(Statement.class);
  }

  Expr expr() {
    return (Expr) make(Expr.class);
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private Object make(Class<?> type) {
    depth++;
    Object node = makeOnce(type);
    while (!isWritable(node)) {
      node = makeOnce(type);
    }
    depth--;
    return node;
  }

  private Object makeOnce(Class<?> type) {
    if (type == SourceSpan.class) {
      return SourceSpan.NONE;
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type.isEnum()) {
      return pick(type.getEnumConstants());
    }
    if (type == Expr.class && depth > 6) {
      return leaf();
    }
    if (type.isSealed()) {
      return makeOnce(pick(type.getPermittedSubclasses()));
    }
    return type.isRecord() ? makeRecord(type) : makeText(type);
  }

  private Expr leaf() {
    return switch (random.nextInt(4)) {
      case 0 -> new Expr.NullLiteral(SourceSpan.NONE);
      case 1 -> new Expr.IntegerLiteral(pick(INTEGERS), SourceSpan.NONE);
      case 2 -> new Expr.StringLiteral(pick(TEXTS), SourceSpan.NONE);
      default -> new Expr.ColumnRef(null, null, name(), SourceSpan.NONE);
    };
  }

  private static Object makeText(Class<?> type) {
    throw new IllegalStateException("how is a " + type + " made?");
  }

  private Name name() {
    QuoteStyle quote = random.nextBoolean() ? QuoteStyle.DOUBLE : QuoteStyle.BACKTICK;
    return new Name(pick(NAMES), quote, SourceSpan.NONE);
  }

  /** Records that hold text are made here, the others from their components. */
  private Object makeRecord(Class<?> type) {
    SourceSpan span = SourceSpan.NONE;
    if (type == Name.class) {
      return name();
    } else if (type == TypeName.class) {
      return new TypeName(pick(TYPES), span);
    } else if (type == Expr.IntegerLiteral.class) {
      return new Expr.IntegerLiteral(pick(INTEGERS), span);
    } else if (type == Expr.RealLiteral.class) {
      return new Expr.RealLiteral(pick(REALS), span);
    } else if (type == Expr.StringLiteral.class) {
      return new Expr.StringLiteral(pick(TEXTS), span);
    } else if (type == Expr.BlobLiteral.class) {
      return new Expr.BlobLiteral(pick(BLOBS), span);
    } else if (type == Expr.Parameter.class) {
      int index = 1 + random.nextInt(9);
      return new Expr.Parameter("?" + index, index, span);
    } else if (type == PragmaValue.Numeric.class) {
      return new PragmaValue.Numeric(random.nextBoolean() ? "5" : "-1.5", span);
    } else if (type == DefaultValue.Literal.class) {
      return new DefaultValue.Literal(defaultLiteral(), span);
    }
    return makeFromComponents(type);
  }

  private Expr defaultLiteral() {
    Expr literal = random.nextBoolean() ? leaf() : (Expr) make(Expr.RealLiteral.class);
    while (literal instanceof Expr.ColumnRef) {
      literal = leaf();
    }
    UnaryOperator sign = random.nextBoolean() ? UnaryOperator.PLUS : UnaryOperator.NEGATE;
    return random.nextBoolean() ? literal : new Expr.Unary(sign, literal, SourceSpan.NONE);
  }

  private Object makeFromComponents(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
    }
    while (true) {
      for (int i = 0; i < components.length; i++) {
        values[i] = makeComponent(components[i]);
      }
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        // The record refuses the parts together; others may do.
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type.toString(), e);
      }
    }
  }

  private @Nullable Object makeComponent(RecordComponent component) {
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (optional && random.nextInt(depth + 1) > 0) {
      return null;
    }
    if (component.getType() == List.class) {
      return makeList(component.getGenericType());
    }
    return make(component.getType());
  }

  private List<Object> makeList(Type list) {
    Type item = ((ParameterizedType) list).getActualTypeArguments()[0];
    int most = depth < 4 ? 3 : 2;
    List<Object> items = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      items.add(
          item == String.class
              ? pick(MODULE_ARGUMENTS)
              : item instanceof Class<?> type ? make(type) : makeRow());
    }
    return items;
  }

  private List<Expr> makeRow() {
    List<Expr> row = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      row.add(expr());
    }
    return row;
  }

  /** What the grammar can say. What it can only say in another way is another tree. */
  private static boolean isWritable(Object node) {
    return switch (node) {
      case Expr.Binary e -> !isOfIs(e.operator()) || !(e.right() instanceof Expr.NullLiteral);
      case Select s -> (s.orderBy().isEmpty() && s.limit() == null) || !endsInValues(s);
      case Insert s ->
          s.source() instanceof InsertSource.Rows rows
              ? isUpsertable(s, rows)
              : s.upserts().isEmpty();
      case UpsertAction.Update u -> !u.assignments().isEmpty();
      case Frame f -> isFrame(f);
      case CreateTrigger t -> isTrigger(t);
      case ColumnDefinition c -> isColumn(c);
      case JoinConstraint.Using u -> !u.columns().isEmpty();
      case TableConstraint.PrimaryKey c -> !c.columns().isEmpty();
      case TableConstraint.Unique c -> !c.columns().isEmpty();
      case TableConstraint.ForeignKey c -> !c.columns().isEmpty();
      default -> true;
    };
  }

  /**
   * A name with nothing after it would belong to the next constraint that has none, DEFERRABLE to
   * the REFERENCES before it, and GENERATED would be read as a storage that there is not.
   */
  private static boolean isColumn(ColumnDefinition column) {
    for (int i = 1; i < column.constraints().size(); i++) {
      ColumnConstraint next = column.constraints().get(i);
      boolean unnamed = next.toString().contains("[name=null");
      boolean joins =
          switch (column.constraints().get(i - 1)) {
            case ColumnConstraint.NameOnly c -> true;
            case ColumnConstraint.References c ->
                c.clause().deferral() == null && next instanceof ColumnConstraint.Deferrable;
            case ColumnConstraint.Generated c ->
                c.storage() == GeneratedStorage.UNSPECIFIED
                    && next instanceof ColumnConstraint.Generated;
            default -> false;
          };
      if (unnamed && joins) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfIs(BinaryOperator operator) {
    return switch (operator) {
      case IS, IS_NOT, IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> true;
      default -> false;
    };
  }

  private static boolean endsInValues(Select select) {
    SelectCore last = select.isCompound() ? select.rest().getLast().core() : select.first();
    return last instanceof SelectCore.Values;
  }

  /** Before ON CONFLICT a query must have a WHERE, or ON would belong to its last join. */
  private static boolean isUpsertable(Insert insert, InsertSource.Rows rows) {
    for (int i = 0; i < insert.upserts().size() - 1; i++) {
      if (insert.upserts().get(i).target().isEmpty()) {
        return false;
      }
    }
    Select query = rows.query();
    SelectCore last = query.isCompound() ? query.rest().getLast().core() : query.first();
    return insert.upserts().isEmpty()
        || last instanceof SelectCore.Values
        || (last instanceof SelectCore.Query core && (core.from() == null || core.where() != null));
  }

  private static boolean isFrame(Frame frame) {
    return !(frame.start() instanceof FrameBound.UnboundedFollowing)
        && !(frame.end() instanceof FrameBound.UnboundedPreceding)
        && (frame.end() != null || !(frame.start() instanceof FrameBound.UnboundedFollowing));
  }

  private static boolean isTrigger(CreateTrigger trigger) {
    if (trigger.event() != TriggerEventKind.UPDATE && !trigger.updateOf().isEmpty()) {
      return false;
    }
    for (Statement step : trigger.body()) {
      boolean plain =
          switch (step) {
            case Select s -> true;
            case Insert s -> s.with() == null;
            case Update s ->
                s.with() == null
                    && s.hint() == null
                    && s.returning().isEmpty()
                    && s.orderBy().isEmpty()
                    && s.limit() == null;
            case Delete s ->
                s.with() == null
                    && s.hint() == null
                    && s.returning().isEmpty()
                    && s.orderBy().isEmpty()
                    && s.limit() == null;
            default -> false;
          };
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
