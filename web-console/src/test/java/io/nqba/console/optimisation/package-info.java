/** Tests of runs over REST. */
@NullMarked
package io.nqba.console.optimisation;

import org.jspecify.annotations.NullMarked;
