/**
 * Scripts of many statements, cut into statements without parsing them. It must not need more of a
 * script in memory than the statement that is being read.
 */
@NullMarked
package sqlite.script;

import org.jspecify.annotations.NullMarked;
