package ensemble.worker;

/** What the Worker is compiled to. */
enum Backend {
  WASM("wasm"),
  JS("js");

  private final String argument;

  Backend(String argument) {
    this.argument = argument;
  }

  /** Its name on a command line. */
  String argument() {
    return argument;
  }
}
