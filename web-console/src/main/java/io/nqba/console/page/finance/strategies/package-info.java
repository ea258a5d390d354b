/** The strategies page and the page of a backtest. */
@NullMarked
package io.nqba.console.page.finance.strategies;

import org.jspecify.annotations.NullMarked;
