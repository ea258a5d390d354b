/** Backtests of trading strategies: prices cut at a day, decisions, execution with costs, and the figures of what came out. Pure numerics. */
@NullMarked
package io.nqba.compute.kernel.backtest;

import org.jspecify.annotations.NullMarked;
