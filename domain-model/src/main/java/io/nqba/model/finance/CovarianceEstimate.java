package io.nqba.model.finance;

import java.util.Arrays;
import java.util.Optional;

/** How the covariance of returns is estimated from the past. */
public enum CovarianceEstimate {
    /** Pairwise sample covariance. */
    SAMPLE("sample"),
    /** Weights fall exponentially into the past. */
    EWMA("ewma"),
    /** Drawn towards equal variances by the share that the data suggest. */
    LEDOIT_WOLF("ledoit-wolf");

    private final String key;

    CovarianceEstimate(String key) {
        this.key = key;
    }

    /** Returns its name in requests. */
    public String key() {
        return key;
    }

    public static Optional<CovarianceEstimate> of(String key) {
        return Arrays.stream(values())
                .filter(estimate -> estimate.key.equals(key))
                .findFirst();
    }
}
