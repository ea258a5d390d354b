package io.nqba.console.energy;

import java.time.Instant;

/**
 * A request to keep the import of a district under a cap for some time.
 *
 * @param start inclusive
 * @param end exclusive
 * @param capKw highest import of the district while it lasts, kW
 * @param issuer who asks
 */
public record DemandResponseView(
        String id, String districtId, Instant start, Instant end, double capKw, String issuer) {}
