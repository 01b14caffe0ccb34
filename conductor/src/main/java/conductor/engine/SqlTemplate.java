package conductor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * SQL with places for parameters, printed once and filled in for every execution.
 *
 * @param texts the SQL between the places: one more than there are places
 * @param parameters which parameter stands in each place, from 1
 */
public record SqlTemplate(List<String> texts, List<Integer> parameters) {
  /** Marks a place in printed SQL: no SQL text contains it, since the parser refuses NUL. */
  private static final char MARK = '\0';

  public SqlTemplate {
    texts = List.copyOf(texts);
    parameters = List.copyOf(parameters);
    if (texts.size() != parameters.size() + 1) {
      throw new IllegalArgumentException("texts and places do not alternate");
    }
  }

  /** What stands in printed SQL for parameter {@code index}. */
  public static String place(int index) {
    return MARK + Integer.toString(index) + MARK;
  }

  /** The template that is printed as {@code marked}, with {@link #place}s in it. */
  public static SqlTemplate of(String marked) {
    List<String> texts = new ArrayList<>();
    List<Integer> parameters = new ArrayList<>();
    int from = 0;
    for (int mark = marked.indexOf(MARK); mark >= 0; mark = marked.indexOf(MARK, from)) {
      int end = marked.indexOf(MARK, mark + 1);
      texts.add(marked.substring(from, mark));
      parameters.add(Integer.parseInt(marked.substring(mark + 1, end)));
      from = end + 1;
    }
    texts.add(marked.substring(from));
    return new SqlTemplate(texts, parameters);
  }

  /** How many different parameters it has. */
  int distinctParameters() {
    return new TreeSet<>(parameters).size();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(texts.get(0));
    for (int i = 0; i < parameters.size(); i++) {
      text.append('?').append(parameters.get(i)).append(texts.get(i + 1));
    }
    return text.toString();
  }
}
