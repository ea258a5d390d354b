package io.nqba.model.finance;

import java.util.Arrays;
import java.util.Optional;

/** How expected returns are estimated from the past. */
public enum ReturnEstimate {
    /** Growth that, compounded, gives the whole history. */
    HISTORICAL("historical"),
    /** Arithmetic mean of the daily returns, times the days of a year. */
    HISTORICAL_MEAN("historical-mean"),
    /** Mean whose weights fall exponentially into the past. */
    EWMA("ewma"),
    /** Capital asset pricing model against the market of the universe. */
    CAPM("capm");

    private final String key;

    ReturnEstimate(String key) {
        this.key = key;
    }

    /** Returns its name in requests. */
    public String key() {
        return key;
    }

    public static Optional<ReturnEstimate> of(String key) {
        return Arrays.stream(values())
                .filter(estimate -> estimate.key.equals(key))
                .findFirst();
    }
}
