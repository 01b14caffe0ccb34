/**
 * Values that arrive later, without threads and without a platform.
 *
 * <p>Only the edges know how a wait ends: a promise in a Worker, a task of the event loop in a
 * test. Nothing here blocks, and nothing here knows of requests, nodes or SQL.
 */
@NullMarked
package async;

import org.jspecify.annotations.NullMarked;
