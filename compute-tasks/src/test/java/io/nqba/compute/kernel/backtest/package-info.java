@NullMarked
package io.nqba.compute.kernel.backtest;

import org.jspecify.annotations.NullMarked;
