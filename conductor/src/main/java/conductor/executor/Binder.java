package conductor.executor;

import conductor.api.ErrorCode;
import conductor.api.Parameters;
import conductor.api.SqlException;
import conductor.engine.Bindings;
import conductor.engine.OwnParameter;
import conductor.engine.Planned;
import conductor.gateway.Gateways;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sqlite.value.SqlValue;

/**
 * Gives the parameters of a text's statements their values. Values without names go to the
 * statements in order, to each as many as it has parameters; all must be used.
 */
final class Binder {
  private final Parameters given;
  private final Moment moment;
  private final Gateways gateways;
  private final Set<String> used = new HashSet<>();
  private int consumed;

  Binder(Parameters given, Moment moment, Gateways gateways) {
    this.given = given;
    this.moment = moment;
    this.gateways = gateways;
  }

  Bindings bind(Planned planned) {
    List<SqlValue> values = new ArrayList<>(userValues(planned.parameterNames()));
    for (OwnParameter own : planned.ownParameters()) {
      values.add(
          switch (own) {
            case NOW -> moment.now();
            case CURRENT_DATE -> moment.date();
            case CURRENT_TIME -> moment.time();
            case CURRENT_TIMESTAMP -> moment.timestamp();
            case RANDOM -> new SqlValue.Int(gateways.entropy().nextLong());
          });
    }
    return new Bindings(values);
  }

  /** Refuses values that no statement has a parameter for. */
  void finish() {
    switch (given) {
      case Parameters.Positional positional -> {
        if (consumed != positional.values().size()) {
          throw wrongCount(consumed, positional.values().size());
        }
      }
      case Parameters.Named named -> {
        for (String name : named.values().keySet()) {
          if (!used.contains(name)) {
            throw new SqlException(
                ErrorCode.PARAMETERS, "the statement has no parameter named " + name);
          }
        }
      }
    }
  }

  private List<SqlValue> userValues(List<String> names) {
    return switch (given) {
      case Parameters.Positional positional -> {
        int end = consumed + names.size();
        if (end > positional.values().size()) {
          throw wrongCount(end, positional.values().size());
        }
        List<SqlValue> values = positional.values().subList(consumed, end);
        consumed = end;
        yield values;
      }
      case Parameters.Named named -> {
        List<SqlValue> values = new ArrayList<>();
        for (String name : names) {
          values.add(value(named.values(), name));
        }
        yield values;
      }
    };
  }

  private SqlValue value(Map<String, SqlValue> values, String name) {
    if (name.isEmpty()) {
      throw new SqlException(
          ErrorCode.PARAMETERS,
          "the statement has a parameter without a name: give params as an array");
    }
    for (String key : List.of(name, name.substring(1))) {
      @Nullable SqlValue value = values.get(key);
      if (value != null) {
        used.add(key);
        return value;
      }
    }
    throw new SqlException(ErrorCode.PARAMETERS, "no value for the parameter " + name);
  }

  private static SqlException wrongCount(int wanted, int given) {
    return new SqlException(
        ErrorCode.PARAMETERS,
        "wrong number of parameters: the SQL has " + wanted + ", and " + given + " were given");
  }
}
