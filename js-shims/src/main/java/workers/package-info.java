/**
 * The Workers platform as typed interfaces: what {@code js-shims/src/main/js} hands to Java, and
 * what Java calls.
 *
 * <p>Only declarations. Everything that crosses this border is a string, a number or one of these
 * interfaces; rows and bodies cross as one string, because each crossing costs.
 */
@NullMarked
package workers;

import org.jspecify.annotations.NullMarked;
