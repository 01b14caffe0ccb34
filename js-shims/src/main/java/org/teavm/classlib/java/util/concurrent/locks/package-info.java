/**
 * Classes of {@code java.util.concurrent.locks} that TeaVM's class library lacks; see {@link
 * workers.teavm}.
 *
 * <p>A Worker has one thread, so nothing here is atomic or locks.
 */
@NullMarked
package org.teavm.classlib.java.util.concurrent.locks;

import org.jspecify.annotations.NullMarked;
