/**
 * The queries of the TPC-H benchmark over rows of its kind.
 *
 * @see <a href="https://www.tpc.org/tpch/">TPC-H</a>
 */
@NullMarked
package tpch;

import org.jspecify.annotations.NullMarked;
