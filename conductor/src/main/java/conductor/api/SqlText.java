package conductor.api;

/**
 * One item of a request: SQL with its parameters.
 *
 * @param sql one statement or several; several share the parameters
 */
public record SqlText(String sql, Parameters parameters) {}
