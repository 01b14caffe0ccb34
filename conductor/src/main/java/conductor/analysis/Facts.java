package conductor.analysis;

import java.util.ArrayList;
import java.util.List;
import sqlite.ast.Expr;
import sqlite.ast.SelectCore;

/**
 * What holds for rows that matter.
 *
 * @param conditions conditions that are true
 * @param equalities columns that are equal
 */
record Facts(List<Fact> conditions, List<Equality> equalities) {
  static final Facts NONE = new Facts(List.of(), List.of());

  Facts {
    conditions = List.copyOf(conditions);
    equalities = List.copyOf(equalities);
  }

  private static Facts of(List<Expr> conditions, List<Equality> equalities, QueryScope scope) {
    List<Fact> facts = new ArrayList<>();
    conditions.forEach(condition -> facts.addAll(Fact.of(condition, scope)));
    return new Facts(facts, equalities);
  }

  /** What holds for all rows of a FROM that matter. */
  static Facts certain(SelectCore.Query core, FromSources from, QueryScope scope) {
    List<Expr> conditions = new ArrayList<>(from.conditions());
    if (core.where() != null) {
      conditions.add(core.where());
    }
    return of(conditions, from.equalities(), scope);
  }

  /** What holds besides for the rows of which a join demands it. */
  static Facts of(FromSources.Demand demand, QueryScope scope) {
    return of(demand.conditions(), demand.equalities(), scope);
  }

  Facts and(Facts others) {
    List<Fact> allConditions = new ArrayList<>(conditions);
    allConditions.addAll(others.conditions);
    List<Equality> allEqualities = new ArrayList<>(equalities);
    allEqualities.addAll(others.equalities);
    return new Facts(allConditions, allEqualities);
  }
}
