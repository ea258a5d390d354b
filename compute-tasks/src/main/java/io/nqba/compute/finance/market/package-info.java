/** Market intelligence: the state of a universe, made from the prices that every node holds. */
@NullMarked
package io.nqba.compute.finance.market;

import org.jspecify.annotations.NullMarked;
