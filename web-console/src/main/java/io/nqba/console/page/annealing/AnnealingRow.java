package io.nqba.console.page.annealing;

import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Figures;
import io.nqba.console.page.optimisation.RunRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * An annealing run in a table.
 *
 * @param run what every page lists
 * @param chosen whether it is chosen to be compared
 */
record AnnealingRow(RunRow run, boolean chosen) {
    private static final String UNKNOWN = "–";

    static AnnealingRow of(RunView run, Set<String> chosen) {
        return new AnnealingRow(RunRow.of(run), chosen.contains(run.id()));
    }

    public String name() {
        return run.subject();
    }

    public String value() {
        return run.proof().valueKnown() ? run.proof().valueText() : UNKNOWN;
    }

    public String bound() {
        return run.proof().boundKnown() ? run.proof().boundText() : UNKNOWN;
    }

    public String gap() {
        return run.proof().valueKnown() && run.proof().boundKnown() ? run.gapText() : UNKNOWN;
    }

    /** Returns how long it has run. */
    public String took() {
        Instant started = run.run().startedAt();
        if (started == null) {
            return UNKNOWN;
        }
        Instant finished = run.run().finishedAt();
        return Figures.duration(Duration.between(started, finished == null ? Instant.now() : finished));
    }

    public String seed() {
        return String.valueOf(run.run().parameters().getOrDefault("seed", UNKNOWN));
    }

    public String problemId() {
        return String.valueOf(run.run().parameters().get("problemId"));
    }
}
