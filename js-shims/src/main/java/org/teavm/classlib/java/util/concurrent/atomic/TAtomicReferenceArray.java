package org.teavm.classlib.java.util.concurrent.atomic;

import org.jspecify.annotations.Nullable;

/**
 * {@code AtomicReferenceArray}: a plain array.
 *
 * @param <E> the type of the elements
 */
public class TAtomicReferenceArray<E> {
  private final @Nullable Object[] elements;

  /** An array of nulls. */
  public TAtomicReferenceArray(int length) {
    elements = new @Nullable Object[length];
  }

  /** The number of elements. */
  public int length() {
    return elements.length;
  }

  /** The element at the index. */
  // Only set and getAndSet write elements, and they take an E.
  @SuppressWarnings("unchecked")
  public @Nullable E get(int index) {
    return (E) elements[index];
  }

  /** Replaces the element at the index. */
  public void set(int index, @Nullable E element) {
    elements[index] = element;
  }

  /** Replaces the element at the index and answers the one that was there. */
  public @Nullable E getAndSet(int index, @Nullable E element) {
    E previous = get(index);
    set(index, element);
    return previous;
  }
}
