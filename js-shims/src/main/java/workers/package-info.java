/**
 * The Workers platform as typed interfaces: what {@code js-shims/src/main/js} hands to Java, and
 * what Java calls.
 *
 * <p>Only declarations. Each stands for one small module there, whose methods do as much as can be
 * done without Java: everything that crosses this border costs, so rows and bodies cross as one
 * text, or stay where they are.
 */
@NullMarked
package workers;

import org.jspecify.annotations.NullMarked;
