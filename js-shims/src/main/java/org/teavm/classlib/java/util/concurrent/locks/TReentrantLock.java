package org.teavm.classlib.java.util.concurrent.locks;

/** {@code ReentrantLock} where nobody else could hold it. */
public class TReentrantLock {
  private int holds;

  /** An open lock. */
  public TReentrantLock() {}

  /** Takes the lock. */
  public void lock() {
    holds++;
  }

  /** Takes the lock, which is always free. */
  public boolean tryLock() {
    holds++;
    return true;
  }

  /** Gives the lock back. */
  public void unlock() {
    if (holds == 0) {
      throw new IllegalMonitorStateException();
    }
    holds--;
  }
}
