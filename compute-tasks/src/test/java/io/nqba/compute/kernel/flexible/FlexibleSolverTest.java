package io.nqba.compute.kernel.flexible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.coordination.SmoothResponse;
import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SampleSites;
import io.nqba.compute.kernel.storage.SiteSolver;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class FlexibleSolverTest {
    @SeededTest(tries = 60)
    void boundAndCostEncloseTheOptimum(long seed) {
        var random = new SplittableRandom(seed);
        FlexibleSite site = SampleLoads.anySite(random, 4 + random.nextInt(6));
        double[] price = random.doubles(site.problem().slots(), 0, 0.5).toArray();

        WholeAnswer answer = new FlexibleSolver().alone(site, price);

        double optimum = WholeProgram.siteMinimum(site, price);
        double tolerance = 1e-6 * Math.max(1, Math.abs(optimum));
        assertThat(answer.bound()).isLessThanOrEqualTo(optimum + tolerance);
        assertThat(answer.cost()).isGreaterThanOrEqualTo(optimum - tolerance);
        assertThat(answer.cost()).isEqualTo(new SiteSolver().solve(site.with(answer.plans()), price), within(1e-9));
        for (int d = 0; d < site.loads().size(); d++) {
            assertThat(site.loads().get(d).allows(answer.plans()[d])).isTrue();
        }
    }

    @SeededTest(tries = 40)
    void blocksAreSolvedExactlyWithABattery(long seed) {
        var random = new SplittableRandom(seed);
        int slots = 6 + random.nextInt(6);
        var one = SampleLoads.block(random, slots);
        var other = SampleLoads.block(random, slots);
        var site = new FlexibleSite(SampleSites.any(random, slots), List.of(one, other), seed);

        WholeAnswer answer = new FlexibleSolver().alone(site, null);

        double best = Double.POSITIVE_INFINITY;
        for (int a = one.firstSlot(); a <= one.endSlot() - one.runSlots(); a++) {
            for (int b = other.firstSlot(); b <= other.endSlot() - other.runSlots(); b++) {
                double[][] plans = {one.startingIn(a, slots), other.startingIn(b, slots)};
                best = Math.min(best, new SiteSolver().solve(site.with(plans), null));
            }
        }
        assertThat(answer.cost()).isCloseTo(best, within(1e-7 * Math.max(1, Math.abs(best))));
        assertThat(answer.bound()).isCloseTo(best, within(1e-7 * Math.max(1, Math.abs(best))));
    }

    @SeededTest(tries = 40)
    void runsInPiecesAreSolvedExactlyWithoutABattery(long seed) {
        var random = new SplittableRandom(seed);
        int slots = 4 + random.nextInt(4);
        var problem = SampleSites.home(random, slots, Battery.NONE);
        var one = SampleLoads.divisible(random, slots);
        var other = SampleLoads.divisible(random, slots);
        var site = new FlexibleSite(problem, List.of(one, other), seed);

        WholeAnswer answer = new FlexibleSolver().alone(site, null);

        double best = Double.POSITIVE_INFINITY;
        for (double[] first : plans(one, slots)) {
            for (double[] second : plans(other, slots)) {
                best = Math.min(best, new SiteSolver().solve(site.with(new double[][] {first, second}), null));
            }
        }
        assertThat(answer.cost()).isCloseTo(best, within(1e-9));
        assertThat(answer.bound()).isCloseTo(best, within(1e-9));
    }

    /** Weak duality: no price makes the bound pass the cost of any plan. */
    @SeededTest(tries = 60)
    void anyPriceGivesABound(long seed) {
        var random = new SplittableRandom(seed);
        FlexibleSite site = SampleLoads.anySite(random, 10);
        double[] marginal = random.doubles(10, -1, 2).toArray();

        double bound = new SiteBound().of(site, null, marginal);

        assertThat(bound)
                .isLessThanOrEqualTo(new FlexibleSolver().alone(site, null).cost() + 1e-7);
    }

    /** The reaction is the derivative of the relaxed net draw. */
    @SeededTest(tries = 20)
    void responseIsTheDerivativeOfTheUsage(long seed) {
        var random = new SplittableRandom(seed);
        int slots = 8;
        FlexibleSite site = SampleLoads.home(random, slots);
        double[] price = random.doubles(slots, 0, 0.5).toArray();
        double smoothing = 0.05;
        int[] all = IntStream.range(0, slots).toArray();
        SmoothResponse response = SmoothResponse.zero(slots);
        relaxed(site, price, smoothing).addResponse(smoothing, all, response);

        double step = 1e-4;
        int row = random.nextInt(slots);
        double[] above = price.clone();
        above[row] += step;
        double[] below = price.clone();
        below[row] -= step;
        double[] high = relaxed(site, above, smoothing).netKwh();
        double[] low = relaxed(site, below, smoothing).netKwh();
        double[] more = relaxed(site, price, smoothing * 1.001).netKwh();
        double[] less = relaxed(site, price, smoothing * 0.999).netKwh();
        for (int t = 0; t < slots; t++) {
            int i = Math.max(t, row);
            int j = Math.min(t, row);
            double curvature = response.curvature()[i * (i + 1) / 2 + j];
            assertThat(curvature).isCloseTo((low[t] - high[t]) / (2 * step), within(1e-3));
            assertThat(response.drift()[t]).isCloseTo((more[t] - less[t]) / (0.002 * smoothing), within(1e-2));
        }
    }

    @SeededTest(tries = 10)
    void sameSiteAndPricesGiveTheSameBits(long seed) {
        FlexibleSite site = SampleLoads.anySite(new SplittableRandom(seed), 12);
        double[] price = new SplittableRandom(seed).doubles(12, 0, 0.5).toArray();

        double[][] once = new FlexibleSolver().settled(site, price, 0.01, 2);
        double[][] again = new FlexibleSolver().settled(site, price, 0.01, 2);

        assertThat(again).isDeepEqualTo(once);
    }

    private static RelaxedSite relaxed(FlexibleSite site, double[] price, double smoothing) {
        var relaxed = new RelaxedSite(new RelaxedProgram(site.problem(), site.loads(), price));
        relaxed.solve(smoothing);
        return relaxed;
    }

    private static List<double[]> plans(DivisibleRun run, int slots) {
        return IntStream.range(0, 1 << run.options())
                .filter(set -> Integer.bitCount(set) == run.runSlots())
                .mapToObj(set -> {
                    double[] plan = new double[slots];
                    Arrays.setAll(
                            plan,
                            t -> t >= run.firstSlot() && t < run.endSlot() && (set >> (t - run.firstSlot()) & 1) == 1
                                    ? run.slotKwh()
                                    : 0);
                    return plan;
                })
                .toList();
    }
}
