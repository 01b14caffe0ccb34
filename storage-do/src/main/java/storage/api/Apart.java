package storage.api;

import java.util.List;

/**
 * Which columns of a read are the rows of the answer, and which are sent beside them for whoever
 * merges rows of several nodes: only those need be decoded.
 *
 * @param names the names of the first columns, which the rows have
 * @param keys the positions, from 0, of the columns that are sent beside them as arrays
 */
public record Apart(List<String> names, List<Integer> keys) {
  public Apart {
    names = List.copyOf(names);
    keys = List.copyOf(keys);
  }
}
