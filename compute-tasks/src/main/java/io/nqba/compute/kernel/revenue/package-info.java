/**
 * What deals bring and when: hazards of competing outcomes, forecasts of money with their interval and back-test, small groups beside
 * large ones, drivers of winning, prices beside the list, and what peers buy. Pure numerics.
 */
@NullMarked
package io.nqba.compute.kernel.revenue;

import org.jspecify.annotations.NullMarked;
