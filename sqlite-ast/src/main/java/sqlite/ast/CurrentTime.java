package sqlite.ast;

/** The three words that read the clock. */
public enum CurrentTime {
  CURRENT_TIME,
  CURRENT_DATE,
  CURRENT_TIMESTAMP
}
