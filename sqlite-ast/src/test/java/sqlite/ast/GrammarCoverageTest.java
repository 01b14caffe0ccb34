package sqlite.ast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sqlite.parser.Corpus;
import sqlite.parser.SqlParser;
import sqlite.token.SourceSpan;

/**
 * The corpus covers the grammar: every form of every node is in it, each optional part both there
 * and missing, each list both empty and not, each flag both ways, each enum by every constant. What
 * there is to cover is read off the records, so a new node without a statement fails here.
 */
class GrammarCoverageTest {

  /** Lists that the grammar never leaves empty, though a tree could be built so. */
  private static final Set<String> NEVER_EMPTY =
      Set.of(
          "Assignment.columns",
          "CreateIndex.columns",
          "CreateTable.columns",
          "CreateTrigger.body",
          "Expr.Case.branches",
          "Expr.RowValue.items",
          "JoinConstraint.Using.columns",
          "SelectCore.Query.columns",
          "SelectCore.Values.rows",
          "TableConstraint.ForeignKey.columns",
          "TableConstraint.PrimaryKey.columns",
          "TableConstraint.Unique.columns",
          "TableOption.ShardBy.columns",
          "Update.assignments",
          "UpsertAction.Update.assignments",
          "With.tables");

  /** Forms that only a program makes, or that mean nothing where they stand. */
  private static final Set<String> NEVER_WRITTEN = Set.of();

  private final Set<String> seen = new TreeSet<>();
  private final Set<String> expected = new TreeSet<>();
  private final Set<Class<?>> visited = new HashSet<>();

  @Test
  void everyFormOfEveryNodeIsInTheCorpus() throws ReflectiveOperationException {
    expect(Statement.class);
    List<String> corpus = new ArrayList<>(Corpus.statements());
    corpus.addAll(Corpus.placement());
    for (String sql : corpus) {
      see(new SqlParser().parseStatement(sql));
    }
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(seen);
    missing.removeAll(NEVER_WRITTEN);
    assertEquals(Set.of(), missing, () -> String.join("\n", missing));
  }

  private void expect(Class<?> type) {
    if (type == SourceSpan.class || !visited.add(type)) {
      return;
    }
    if (type.isSealed()) {
      for (Class<?> form : type.getPermittedSubclasses()) {
        expect(form);
      }
    } else if (type.isRecord()) {
      expected.add(nameOf(type));
      for (RecordComponent component : type.getRecordComponents()) {
        expect(nameOf(type) + "." + component.getName(), component);
      }
    }
  }

  private void expect(String name, RecordComponent component) {
    Class<?> type = component.getType();
    if (type == SourceSpan.class) {
      return;
    }
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      expected.add(name + " missing");
    }
    if (type == boolean.class) {
      expected.add(name + " true");
      expected.add(name + " false");
    } else if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        expected.add(name + " " + constant);
      }
    } else if (type == List.class) {
      expected.add(name + " some");
      if (!NEVER_EMPTY.contains(name)) {
        expected.add(name + " empty");
      }
      expectItems(component.getGenericType());
    } else {
      expected.add(name + " there");
      expect(type);
    }
  }

  private void expectItems(Type list) {
    Type item = ((ParameterizedType) list).getActualTypeArguments()[0];
    if (item instanceof Class<?> type) {
      expect(type);
    } else {
      expectItems(item);
    }
  }

  private void see(Object node) throws ReflectiveOperationException {
    if (node instanceof List<?> list) {
      for (Object item : list) {
        see(item);
      }
    } else if (node.getClass().isRecord()) {
      String name = nameOf(node.getClass());
      seen.add(name);
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        see(name + "." + component.getName(), valueOf(component, node));
      }
    }
  }

  private void see(String name, @Nullable Object value) throws ReflectiveOperationException {
    switch (value) {
      case null -> seen.add(name + " missing");
      case Boolean flag -> seen.add(name + " " + flag);
      case Enum<?> constant -> seen.add(name + " " + constant);
      case List<?> list -> {
        seen.add(name + (list.isEmpty() ? " empty" : " some"));
        see(list);
      }
      default -> {
        seen.add(name + " there");
        see(value);
      }
    }
  }

  private static @Nullable Object valueOf(RecordComponent component, Object node)
      throws InvocationTargetException, IllegalAccessException {
    return component.getAccessor().invoke(node);
  }

  private static String nameOf(Class<?> type) {
    return type.getName().substring("sqlite.ast.".length()).replace('$', '.');
  }
}
