package io.nqba.compute.sales.scoring;

import io.nqba.model.sales.Lead;

/** How many leads without an outcome have each feature. */
final class OpenLeads {
    private final long[] known;
    private long leads;

    OpenLeads(int width) {
        known = new long[width];
    }

    void add(Lead lead) {
        leads++;
        for (int j = 0; j < known.length; j++) {
            if (!Double.isNaN(lead.value(j))) {
                known[j]++;
            }
        }
    }

    long leads() {
        return leads;
    }

    long known(int feature) {
        return known[feature];
    }
}
