/** Paper orders: limits checked before they are accepted, filled against the price stream. */
@NullMarked
package io.nqba.compute.finance.orders;

import org.jspecify.annotations.NullMarked;
