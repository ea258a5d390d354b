package io.nqba.bench;

import io.nqba.compute.kernel.annealing.InstanceGenerators;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import java.util.List;
import java.util.function.IntFunction;

/** Dense problems: how many best known values are found, and how fast. Medians over the seeds. */
final class AnnealingDenseFigures implements FigureGroup {
    /** Published best values of bqp2500-1..10. */
    private static final double[] BEASLEY = {
        1515944, 1471392, 1414192, 1507701, 1491816, 1469162, 1479040, 1484199, 1482413, 1483355
    };

    /** Size, density, seed and published best value of p3000-1..5. */
    private static final int[][] PALUBECKIS = {
        {3000, 50, 31000, 3931583},
        {3000, 80, 32000, 5193073},
        {3000, 80, 33000, 5111533},
        {3000, 100, 34000, 5761822},
        {3000, 100, 35000, 5675625}
    };

    private static final double BEST_P5000 = 8559680;

    private final int seeds;
    private final double seconds;

    AnnealingDenseFigures(boolean quick) {
        this.seeds = quick ? 1 : 5;
        this.seconds = quick ? 5 : 10;
    }

    @Override
    public String name() {
        return "dense";
    }

    @Override
    public void measure(BenchContext context, Figures figures) {
        AnnealingRuns.warmUp();
        found("bqp2500", BEASLEY.length, i -> InstanceGenerators.beasley(2500, i + 1), BEASLEY, context, figures);
        double[] best = new double[PALUBECKIS.length];
        for (int i = 0; i < best.length; i++) {
            best[i] = PALUBECKIS[i][3];
        }
        found("p3000", best.length, AnnealingDenseFigures::palubeckis, best, context, figures);
        QuadraticProblem large = InstanceGenerators.palubeckis(5000, 50, 51000);
        List<Double> gaps = AnnealingRuns.run(large, seconds, seeds, BEST_P5000).stream()
                .map(outcome -> 100 * (BEST_P5000 - outcome.value()) / BEST_P5000)
                .toList();
        context.say("p5000-1 gaps " + gaps);
        figures.add("p5000_1_gap_pct", AnnealingRuns.median(gaps), "pct");
    }

    private static QuadraticProblem palubeckis(int i) {
        return InstanceGenerators.palubeckis(PALUBECKIS[i][0], PALUBECKIS[i][1], PALUBECKIS[i][2]);
    }

    private void found(
            String set,
            int count,
            IntFunction<QuadraticProblem> problems,
            double[] best,
            BenchContext context,
            Figures figures) {
        int found = 0;
        double worst = 0;
        for (int i = 0; i < count; i++) {
            List<AnnealingRuns.Outcome> outcomes = AnnealingRuns.run(problems.apply(i), seconds, seeds, best[i]);
            double value = AnnealingRuns.median(
                    outcomes.stream().map(AnnealingRuns.Outcome::value).toList());
            double taken = AnnealingRuns.median(
                    outcomes.stream().map(AnnealingRuns.Outcome::seconds).toList());
            context.say("%s-%d value=%.0f best=%.0f seconds=%.2f".formatted(set, i + 1, value, best[i], taken));
            found += value >= best[i] ? 1 : 0;
            worst = Math.max(worst, taken);
        }
        figures.add(set + "_best_known_found", found, "of " + count);
        figures.add(set + "_worst_seconds", worst, "s");
    }
}
