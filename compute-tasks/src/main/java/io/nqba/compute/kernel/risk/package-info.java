/** Risk of portfolios and books: tail losses with their backtest, contributions, drawdown, stress, concentration, liquidity. Pure numerics. */
@NullMarked
package io.nqba.compute.kernel.risk;

import org.jspecify.annotations.NullMarked;
