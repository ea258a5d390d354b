package io.nqba.node.batch;

import io.nqba.model.optimisation.RunProgress;
import java.io.PrintWriter;

/** Progress of a run: a line that redraws itself on a terminal, a plain line for each better answer in a file. */
final class RunLine {
    private static final int CELLS = 24;
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final boolean redraws;
    private final long limitMillis;
    private double shownValue = Double.NaN;
    private double shownBound = Double.NaN;

    /** @param limitMillis the most time the run may take, milliseconds; 0 when that is not known */
    RunLine(PrintWriter out, boolean redraws, long limitMillis) {
        this.out = out;
        this.redraws = redraws;
        this.limitMillis = limitMillis;
    }

    void show(RunProgress step) {
        boolean news = Double.compare(step.value(), shownValue) != 0 || Double.compare(step.bound(), shownBound) != 0;
        if (redraws) {
            String text = "%s best %s  bound %s  gap %s  round %d  nodes %d"
                    .formatted(
                            bar(step.elapsedMillis()),
                            RunReport.number(step.value()),
                            RunReport.number(step.bound()),
                            RunReport.percent(step.gap()),
                            step.round(),
                            step.nodes());
            out.printf("\r%-" + WIDTH + "s", text);
        } else if (news && !Double.isNaN(step.value())) {
            out.printf(
                    "%8.1f s  best %s  bound %s  gap %s%n",
                    step.elapsedMillis() / 1e3,
                    RunReport.number(step.value()),
                    RunReport.number(step.bound()),
                    RunReport.percent(step.gap()));
        }
        shownValue = step.value();
        shownBound = step.bound();
        out.flush();
    }

    void end() {
        if (redraws) {
            out.printf("\r%" + WIDTH + "s\r", "");
            out.flush();
        }
    }

    private String bar(long elapsedMillis) {
        if (limitMillis == 0) {
            return "%.1f s".formatted(elapsedMillis / 1e3);
        }
        int full = (int) Math.min(CELLS, CELLS * elapsedMillis / limitMillis);
        return "[%s%s]".formatted("#".repeat(full), ".".repeat(CELLS - full));
    }
}
