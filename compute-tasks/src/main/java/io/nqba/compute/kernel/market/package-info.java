/** The state of a market: regimes, breadth, what is out of the ordinary, and forecasts that carry their score. Pure numerics. */
@NullMarked
package io.nqba.compute.kernel.market;

import org.jspecify.annotations.NullMarked;
