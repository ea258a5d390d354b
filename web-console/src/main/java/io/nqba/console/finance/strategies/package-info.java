/** Trading strategies and their backtests. */
@NullMarked
package io.nqba.console.finance.strategies;

import org.jspecify.annotations.NullMarked;
