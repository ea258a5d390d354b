package io.nqba.node.batch;

import io.nqba.client.OptimisationClient;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** The end of a run in a few lines: value, baselines, bound, and how it was found. */
final class RunReport {
    private static final MathContext SHOWN = new MathContext(12);

    private final OptimisationClient client;
    private final PrintWriter out;

    RunReport(OptimisationClient client, PrintWriter out) {
        this.client = client;
        this.out = out;
    }

    void print(OptimizationRun run) {
        out.printf(
                "state     %s after %s s, %d rounds, %d nodes%n",
                run.state(), seconds(run.finishedMillis() - run.startedMillis()), run.rounds(), run.nodes());
        out.printf(
                "value     %s  (%s is better)%n",
                number(run.value()), run.sense() == ObjectiveSense.MAXIMISE ? "more" : "less");
        if (Double.isNaN(run.bound())) {
            out.println("bound     -  (none was proven in this time)");
        } else {
            out.printf("bound     %s  (proven; gap %s)%n", number(run.bound()), percent(run.gap()));
        }
        for (Baseline baseline : run.baselines()) {
            out.printf("baseline  %s  (%s)%n", number(baseline.value()), baseline.name());
        }
        client.solution(run.runId())
                .ifPresent(solution -> out.printf(
                        "found     after %s s, in round %d%n", seconds(solution.foundMillis()), solution.foundRound()));
        run.findings().forEach(finding -> out.printf("          %s%n", finding));
        if (!run.problem().isEmpty()) {
            out.printf("problem   %s%nremedy    %s%n", run.problem(), run.remedy());
        }
    }

    static String describe(StoredProblem problem) {
        return "%s: %d variables, %d couplings, %s"
                .formatted(
                        problem.name(),
                        problem.variables(),
                        problem.couplings(),
                        problem.sense().name().toLowerCase(Locale.ROOT));
    }

    /** Returns a number as people write it: whole numbers in full, others with 12 digits; a dash where there is none. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }

    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.3g %%", 100 * share) : "-";
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1e3);
    }
}
