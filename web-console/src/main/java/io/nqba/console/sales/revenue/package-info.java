/** What deals bring, why they are won, at which prices, and from which market. */
@NullMarked
package io.nqba.console.sales.revenue;

import org.jspecify.annotations.NullMarked;
