package io.nqba.compute.energy.metering;

import io.nqba.model.energy.ForecastReport;
import io.nqba.model.error.FieldProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one job adds to a forecast report. Crosses the grid wire. */
final class ForecastPart {
    private static final int MOST_PROBLEMS = 100;
    private static final int SITES = 0;
    private static final int ROWS = 1;
    private static final int EVALUATED = 2;
    private static final int REFUSED = 3;

    private final long[] counts = new long[4];
    /** Sums of absolute errors: load, naive load, PV, naive PV. */
    private final double[] errors = new double[4];

    private final ArrayList<FieldProblem> problems = new ArrayList<>();

    void forecast(int rows) {
        counts[SITES]++;
        counts[ROWS] += rows;
    }

    void refuse(FieldProblem problem) {
        counts[REFUSED]++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    void evaluate(double load, double naiveLoad, double solar, double naiveSolar) {
        counts[EVALUATED]++;
        errors[0] += Math.abs(load);
        errors[1] += Math.abs(naiveLoad);
        errors[2] += Math.abs(solar);
        errors[3] += Math.abs(naiveSolar);
    }

    void add(ForecastPart other) {
        Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
        Arrays.setAll(errors, i -> errors[i] + other.errors[i]);
        other.problems.stream().limit(MOST_PROBLEMS - problems.size()).forEach(problems::add);
    }

    long sites() {
        return counts[SITES];
    }

    List<FieldProblem> problems() {
        return problems;
    }

    ForecastReport report() {
        return new ForecastReport(
                Math.toIntExact(counts[SITES]),
                counts[ROWS],
                counts[EVALUATED],
                errors[0] / counts[EVALUATED],
                errors[1] / counts[EVALUATED],
                errors[2] / counts[EVALUATED],
                errors[3] / counts[EVALUATED],
                Math.toIntExact(counts[REFUSED]),
                problems);
    }
}
