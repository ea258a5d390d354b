package io.nqba.console.energy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A district: sites that share one grid connection and so one peak.
 *
 * @param timeZone IANA zone in which its days are cut
 * @param intervalMinutes length of one metering interval, minutes
 * @param tariffName what people call its default tariff
 * @param currency ISO 4217 code of the tariff
 * @param demandChargePerKw charge on the highest import of a window, currency per kW
 * @param sites number of sites
 * @param firstReadingAt beginning of the oldest reading, null while there is none
 * @param lastReadingAt beginning of the newest reading, null while there is none
 */
public record DistrictView(
        String id,
        String name,
        String timeZone,
        int intervalMinutes,
        String tariffId,
        String tariffName,
        String currency,
        double demandChargePerKw,
        String carbonZoneId,
        long sites,
        @Nullable Instant firstReadingAt,
        @Nullable Instant lastReadingAt) {}
