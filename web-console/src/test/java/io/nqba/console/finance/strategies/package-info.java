/** Tests of energy data over REST. */
@NullMarked
package io.nqba.console.finance.strategies;

import org.jspecify.annotations.NullMarked;
