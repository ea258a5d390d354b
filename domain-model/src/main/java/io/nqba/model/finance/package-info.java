/** GOLIATH: instruments, prices, books and portfolios as they are stored. */
@NullMarked
package io.nqba.model.finance;

import org.jspecify.annotations.NullMarked;
