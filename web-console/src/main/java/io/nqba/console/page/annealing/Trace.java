package io.nqba.console.page.annealing;

import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.SolutionView;
import io.nqba.console.optimisation.RunView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one of two runs that are compared.
 *
 * @param run the run
 * @param rounds its rounds, in order
 * @param solution its answer, null before there is one
 */
record Trace(RunView run, List<RoundView> rounds, @Nullable SolutionView solution) {
    /** Returns when the best answer was first known, milliseconds since the start; NaN before there is one. */
    double bestMillis() {
        Double best = run.value();
        return best == null
                ? Double.NaN
                : rounds.stream()
                        .filter(round -> best.equals(round.value()))
                        .mapToDouble(RoundView::elapsedMillis)
                        .findFirst()
                        .orElse(solution == null ? Double.NaN : solution.foundMillis());
    }

    /** Returns flips proposed a second over the whole run, by all nodes; NaN before the first round. */
    double proposalsPerSecond() {
        double rates = 0;
        int counted = 0;
        for (RoundView round : rounds) {
            double rate = round.nodes().stream()
                    .mapToDouble(share -> NodeLines.perSecond(share, RoundView.NodeShareView::proposals))
                    .filter(Double::isFinite)
                    .sum();
            rates += rate;
            counted += rate > 0 ? 1 : 0;
        }
        return counted == 0 ? Double.NaN : rates / counted;
    }

    /** Returns the value known at a time; NaN before the first. */
    double valueAt(double millis) {
        return at(millis, RoundView::value);
    }

    /** Returns the bound known at a time; NaN before the first. */
    double boundAt(double millis) {
        return at(millis, RoundView::bound);
    }

    /** What a round may know. */
    private interface Figure {
        @Nullable
        Double of(RoundView round);
    }

    /** The curve ends where the run ended: nothing is known of what would have come. */
    private double at(double millis, Figure figure) {
        if (rounds.isEmpty() || millis > rounds.get(rounds.size() - 1).elapsedMillis()) {
            return Double.NaN;
        }
        double known = Double.NaN;
        for (RoundView round : rounds) {
            if (round.elapsedMillis() > millis) {
                break;
            }
            Double value = figure.of(round);
            known = value == null ? known : value;
        }
        return known;
    }
}
