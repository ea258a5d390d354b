/** What books and portfolios are worth, and prices on their way in. */
@NullMarked
package io.nqba.compute.finance.book;

import org.jspecify.annotations.NullMarked;
