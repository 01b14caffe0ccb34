/**
 * The gateways to objects that are called by messages: which message a call is, and what its reply
 * means. How messages travel is for the platform, or for the simulated cluster, to say.
 */
@NullMarked
package conductor.link;

import org.jspecify.annotations.NullMarked;
