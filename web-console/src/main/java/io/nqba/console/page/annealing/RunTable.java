package io.nqba.console.page.annealing;

import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Annealing runs in a table that keeps itself fresh, with two of them to choose and compare.
 *
 * @param rows newest first
 * @param problemId only runs of this problem; empty for all
 * @param more whether there are older ones
 */
record RunTable(List<AnnealingRow> rows, String problemId, boolean more) {
    static final int SHOWN = 20;

    static RunTable of(List<AnnealingRow> rows, String problemId) {
        return new RunTable(rows.stream().limit(SHOWN).toList(), problemId, rows.size() > SHOWN);
    }

    /** Returns where the browser gets fresh rows. */
    public String href() {
        UriComponentsBuilder href = UriComponentsBuilder.fromPath("/optimisation/runs");
        if (!problemId.isEmpty()) {
            href.queryParam("problem", problemId);
        }
        return href.toUriString();
    }

    /** Returns how many are chosen, in words. */
    public String choice() {
        long chosen = rows.stream().filter(AnnealingRow::chosen).count();
        return chosen == 2 ? "2 chosen" : "Choose two to compare";
    }
}
