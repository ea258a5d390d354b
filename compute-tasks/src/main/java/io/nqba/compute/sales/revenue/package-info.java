/** What deals bring and when, and the market they come from: counts next to the deals, put together on one node. */
@NullMarked
package io.nqba.compute.sales.revenue;

import org.jspecify.annotations.NullMarked;
