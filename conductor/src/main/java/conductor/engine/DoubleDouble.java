package conductor.engine;

/**
 * A sum of doubles with twice the digits of one, by error-free addition.
 *
 * @see <a href="https://doi.org/10.1007/PL00009321">Shewchuk: Adaptive Precision Floating-Point
 *     Arithmetic</a>
 */
final class DoubleDouble {
  private double sum;
  private double error;

  void add(double value) {
    double next = sum + value;
    if (Double.isInfinite(next) || Double.isNaN(next)) {
      sum = next;
      error = 0;
      return;
    }
    double rounded = next - sum;
    error += (sum - (next - rounded)) + (value - rounded);
    sum = next;
  }

  void add(DoubleDouble other) {
    add(other.sum);
    add(other.error);
  }

  double value() {
    return sum + error;
  }
}
