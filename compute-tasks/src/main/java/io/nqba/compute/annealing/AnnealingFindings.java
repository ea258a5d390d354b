package io.nqba.compute.annealing;

import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an annealing run found, in words. */
final class AnnealingFindings {
    private final OptimizationRun run;
    private final AnnealingMemory memory;
    private final @Nullable AnnealingSolution solution;

    AnnealingFindings(OptimizationRun run, AnnealingMemory memory, @Nullable AnnealingSolution solution) {
        this.run = run;
        this.memory = memory;
        this.solution = solution;
    }

    /**
     * Returns sentences, the most important first.
     *
     * @param reason why the run ended; empty when value and bound have met
     */
    List<String> sentences(String reason) {
        List<String> sentences = new ArrayList<>();
        if (!reason.isEmpty()) {
            sentences.add(proven(reason));
        }
        if (solution != null) {
            sentences.add(text(
                    "The best answer was found in round %d of %d, after %.1f s, by %s.",
                    solution.foundRound(),
                    run.rounds(),
                    solution.foundMillis() / 1000.0,
                    solution.foundNode().isEmpty() ? "an exchange between answers" : "a single worker or node"));
        }
        if (memory.exchanges() > 0) {
            sentences.add(text(
                    "Exchanges made the best answer better in %d of %d rounds.", memory.exchanges(), run.rounds()));
        }
        for (Baseline baseline : run.baselines()) {
            double gain = run.sense().gain(run.value(), baseline.value());
            sentences.add(text("It is better than %s by %s.", baseline.name(), number(gain)));
        }
        return sentences;
    }

    private String proven(String reason) {
        if (Double.isNaN(run.gap())) {
            return reason + " before there was a bound to compare the answer with.";
        }
        return run.gap() == 0
                ? reason + "; no answer can be better."
                : text("%s: the answer is proven to be within %.3g %% of the best.", reason, 100 * run.gap());
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 0x1p53
                ? Long.toString((long) value)
                : String.format(Locale.ENGLISH, "%.6g", value);
    }

    private static String text(String pattern, Object... values) {
        return String.format(Locale.ENGLISH, pattern, values);
    }
}
