package conductor.engine;

import java.util.List;

/**
 * The plan of one statement with what it needs of parameters.
 *
 * @param plan what to do
 * @param parameterNames the user's parameters from number 1 on, empty for one without a name
 * @param ownParameters those that the engine adds behind them
 */
public record Planned(Plan plan, List<String> parameterNames, List<OwnParameter> ownParameters) {
  public Planned {
    parameterNames = List.copyOf(parameterNames);
    ownParameters = List.copyOf(ownParameters);
  }
}
