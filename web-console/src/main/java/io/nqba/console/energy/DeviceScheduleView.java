package io.nqba.console.energy;

import java.time.Instant;

/**
 * What a flexible device draws in one interval. Intervals in which it neither draws nor would without a plan are left out.
 *
 * @param deviceId asset of the site
 * @param start beginning of the interval, inclusive
 * @param energyKwh energy it shall draw, kWh
 * @param unplannedKwh energy it would draw if it began as soon as it may, kWh
 */
public record DeviceScheduleView(
        String siteId, String deviceId, Instant start, double energyKwh, double unplannedKwh) {}
