package io.nqba.console.energy;

import java.time.Instant;

/**
 * Energy used and made in one interval, batteries not counted.
 *
 * @param start beginning of the interval, inclusive
 * @param loadKwh energy used, kWh
 * @param solarKwh energy made by PV, kWh
 */
public record ReadingView(Instant start, double loadKwh, double solarKwh) {}
