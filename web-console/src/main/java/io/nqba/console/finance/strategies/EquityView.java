package io.nqba.console.finance.strategies;

import java.time.LocalDate;

/**
 * What one unit of money had become.
 *
 * @param wealth by the strategy
 * @param equalWeight by equal weights
 * @param drawdown loss of the strategy from its highest wealth before, 0 to 1
 * @param equalDrawdown the same of equal weights
 */
public record EquityView(LocalDate day, double wealth, double equalWeight, double drawdown, double equalDrawdown) {}
