package io.nqba.compute.energy;

import java.util.List;

/** Names of what the survey of a district sums up, as they stand in the baselines of a run. */
final class Policy {
    static final String NO_BATTERY = "no-battery";
    static final String SELF_CONSUMPTION = "self-consumption";
    static final String TIME_OF_USE = "time-of-use";
    static final String EACH_ALONE = "each-alone";
    /** No policy: the sum of the sites' import prices, from which their mean follows. */
    static final String IMPORT_PRICE = "import-price";

    static final List<String> BASELINES = List.of(NO_BATTERY, SELF_CONSUMPTION, TIME_OF_USE, EACH_ALONE);

    private Policy() {}
}
