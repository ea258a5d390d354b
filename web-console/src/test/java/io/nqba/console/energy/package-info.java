/** Tests of energy data over REST. */
@NullMarked
package io.nqba.console.energy;

import org.jspecify.annotations.NullMarked;
