/** Readings taken in, looked at and carried forward next to where they lie: intake, consumption, emissions, forecasts. */
@NullMarked
package io.nqba.compute.energy.metering;

import org.jspecify.annotations.NullMarked;
