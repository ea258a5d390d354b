/** A real console on a real grid, for tests. */
@NullMarked
package io.nqba.console.testing;

import org.jspecify.annotations.NullMarked;
