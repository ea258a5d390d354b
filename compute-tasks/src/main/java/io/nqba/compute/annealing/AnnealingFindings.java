package io.nqba.compute.annealing;

import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
            sentences.add(beside(baseline, run.sense().gain(run.value(), baseline.value())));
        }
        return sentences;
    }

    private String proven(String reason) {
        if (Double.isNaN(run.gap())) {
            return reason + " before there was a bound to compare the answer with.";
        }
        return run.gap() == 0
                ? reason + "; no answer can be better."
                : text(
                        "%s: the answer is proven to be within %s %% of the best.",
                        reason, percentOpen(run.value(), run.bound(), run.gap()));
    }

    /**
     * Writes what may be missing of the best, in per cent. The best lies between value and bound, so its distance from the
     * value is largest where it is the bound; rounded up, because the sentence says "within".
     */
    static String percentOpen(double value, double bound, double gap) {
        double open = bound == 0 ? gap : Math.abs((bound - value) / bound);
        double percent = 100 * open;
        MathContext digits = new MathContext(percent >= 1 ? 3 : 2, RoundingMode.CEILING);
        // Twelve digits are what the arithmetic is good for: rounding its noise up would claim a larger gap.
        return new BigDecimal(percent)
                .round(new MathContext(12))
                .round(digits)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Says how the answer compares with what a simple rule gets. */
    static String beside(Baseline baseline, double gain) {
        String rule = Baselines.inWords(baseline.name());
        if (gain == 0) {
            return text("It is no better than %s.", rule);
        }
        return text("It is %s than %s by %s.", gain > 0 ? "better" : "worse", rule, number(Math.abs(gain)));
    }

    private static String number(double value) {
        return value == Math.rint(value) && value < 0x1p53
                ? text("%,d", (long) value)
                : text(value < 1e6 ? "%.6g" : "%,.2f", value);
    }

    private static String text(String pattern, Object... values) {
        return String.format(Locale.ENGLISH, pattern, values);
    }
}
