/** Prices and holdings as the finance tasks read them, and how prices are stored. */
@NullMarked
package io.nqba.compute.finance.history;

import org.jspecify.annotations.NullMarked;
