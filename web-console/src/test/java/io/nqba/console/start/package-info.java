/** The product as a newcomer starts it: one script, real processes. */
@NullMarked
package io.nqba.console.start;

import org.jspecify.annotations.NullMarked;
