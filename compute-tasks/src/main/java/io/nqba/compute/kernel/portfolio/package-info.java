/**
 * Portfolios: estimates from prices, exact convex optimisers with certified bounds, and search where whole names and whole shares
 * count. Pure numerics.
 */
@NullMarked
package io.nqba.compute.kernel.portfolio;

import org.jspecify.annotations.NullMarked;
