/**
 * Classes of {@code java.util.concurrent.atomic} that TeaVM's class library lacks; see {@link
 * workers.teavm}.
 *
 * <p>A Worker has one thread, so nothing here is atomic or locks.
 */
@NullMarked
package org.teavm.classlib.java.util.concurrent.atomic;

import org.jspecify.annotations.NullMarked;
