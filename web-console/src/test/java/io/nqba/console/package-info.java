/** Tests of the console as a whole. */
@NullMarked
package io.nqba.console;

import org.jspecify.annotations.NullMarked;
