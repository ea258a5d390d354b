/** Backtests of strategies: parameter grids spread over the nodes, results beside equal weights and beside their own luck. */
@NullMarked
package io.nqba.compute.finance.strategies;

import org.jspecify.annotations.NullMarked;
