/**
 * What TeaVM's class library lacks and Jackson's streaming API (jackson-core) needs.
 *
 * <p>TeaVM finds a class {@code java.a.B} as {@code org.teavm.classlib.java.a.TB}, so whole classes
 * stand in packages of that name; a single missing member is added to its class by a plugin of the
 * compiler here. Nothing of this package is in the Worker, and nothing of it runs on a JVM that
 * runs Ensemble's code: only in the JVM that compiles the Worker.
 */
@NullMarked
package workers.teavm;

import org.jspecify.annotations.NullMarked;
