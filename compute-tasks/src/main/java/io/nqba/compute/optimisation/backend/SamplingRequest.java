package io.nqba.compute.optimisation.backend;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is asked of a back end beside the problem.
 *
 * @param samples most answers wanted, the best first, 1 or more
 * @param time most time to search; empty leaves it to the back end or to the sweeps
 * @param sweeps most sweeps over all variables; a back end that does not sweep may ignore it
 * @param seed start of the random numbers, for back ends that have one
 */
public record SamplingRequest(int samples, Optional<Duration> time, OptionalLong sweeps, long seed) {
    public SamplingRequest {
        if (samples < 1 || time.stream().anyMatch(Duration::isNegative) || sweeps.orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "The request (%d samples, %s, %s) must ask for something.".formatted(samples, time, sweeps));
        }
    }

    /** Asks for as much as fits a time. */
    public static SamplingRequest timed(int samples, Duration time, long seed) {
        return new SamplingRequest(samples, Optional.of(time), OptionalLong.empty(), seed);
    }

    /** Asks for a number of sweeps, which makes our own annealer deterministic. */
    public static SamplingRequest sweeping(int samples, long sweeps, long seed) {
        return new SamplingRequest(samples, Optional.empty(), OptionalLong.of(sweeps), seed);
    }
}
