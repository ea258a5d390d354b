package io.nqba.compute.kernel.flexible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SampleSites;
import io.nqba.compute.kernel.storage.SiteProblem;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FlexibleLoadTest {
    private static final int SLOTS = 12;

    @SeededTest(tries = 100)
    void everyPlanItMakesIsAllowed(long seed) {
        var random = new SplittableRandom(seed);
        FlexibleLoad load = SampleLoads.any(random, SLOTS);
        SiteProblem site = SampleSites.any(random, SLOTS);
        double[] weight = weights(random, load);

        assertThat(load.allows(load.earliest(SLOTS))).isTrue();
        assertThat(load.allows(load.rounded(weight, 0, random.nextDouble(), SLOTS)))
                .isTrue();
        assertThat(load.allows(load.best(new SlotCosts(site, null), site.netLoadKwh())))
                .isTrue();
    }

    /** Along a plane of prices the best plan costs what the bound says, and no other plan costs less. */
    @SeededTest(tries = 100)
    void leastIsWhatTheCheapestPlanCosts(long seed) {
        var random = new SplittableRandom(seed);
        FlexibleLoad load = SampleLoads.any(random, SLOTS);
        double[] price = random.doubles(SLOTS, -0.2, 0.6).toArray();
        var meter = new SiteProblem(new double[SLOTS], price, price, 1e9, 1e9, 1e4, Battery.NONE);

        double[] best = load.best(new SlotCosts(meter, null), new double[SLOTS]);

        assertThat(load.least(price)).isCloseTo(cost(best, price), within(1e-9));
        assertThat(load.least(price)).isLessThanOrEqualTo(cost(load.earliest(SLOTS), price) + 1e-9);
        double[] other = load.rounded(weights(random, load), 0, random.nextDouble(), SLOTS);
        assertThat(load.least(price)).isLessThanOrEqualTo(cost(other, price) + 1e-9);
    }

    @SeededTest(tries = 20)
    void theMeanOfManyDrawsOfARunIsItsRelaxedPlan(long seed) {
        var random = new SplittableRandom(seed);
        FlexibleLoad load =
                random.nextBoolean() ? SampleLoads.block(random, SLOTS) : SampleLoads.divisible(random, SLOTS);
        double[] weight = weights(random, load);
        double[] relaxed = new double[SLOTS];
        for (int o = 0; o < load.options(); o++) {
            for (int t = load.firstSlot() + o; t < load.firstSlot() + o + load.optionSlots(); t++) {
                relaxed[t] += weight[o] * load.optionKwh();
            }
        }

        double[] mean = new double[SLOTS];
        int draws = 2_000;
        for (int i = 0; i < draws; i++) {
            double[] plan = load.rounded(weight, 0, (i + 0.5) / draws, SLOTS);
            Arrays.setAll(mean, t -> mean[t] + plan[t] / draws);
        }

        for (int t = 0; t < SLOTS; t++) {
            assertThat(mean[t]).isCloseTo(relaxed[t], within(0.01 * load.optionKwh()));
        }
    }

    @Test
    void plansThatBreakARuleAreToldApart() {
        var block = new BlockRun(1, 6, 2, 1.5);
        var pieces = new DivisibleRun(1, 6, 2, 1.5);
        var car = new ChargingSession(1, 6, 4, 1.4, 3.6);

        assertThat(block.allows(new double[] {0, 1.5, 0, 1.5, 0, 0})).isFalse();
        assertThat(pieces.allows(new double[] {0, 1.5, 0, 1.5, 0, 0})).isTrue();
        assertThat(pieces.allows(new double[] {1.5, 1.5, 0, 0, 0, 0})).isFalse();
        assertThat(car.allows(new double[] {0, 3, 1, 0, 0, 0})).isFalse();
        assertThat(car.allows(new double[] {0, 2, 2, 0, 0, 0})).isTrue();
        assertThat(car.allows(new double[] {0, 2, 1.5, 0, 0, 0})).isFalse();
    }

    @Test
    void energyThatCannotBeDeliveredIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChargingSession(0, 2, 9, 0, 4))
                .withMessage("The energyKwh (9.0 kWh) must be deliverable in 2 slots of 0.0 to 4.0 kWh.");
        assertThatIllegalArgumentException().isThrownBy(() -> new ChargingSession(0, 5, 1, 1.4, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlockRun(3, 5, 3, 1))
                .withMessageContaining("runSlots");
    }

    private static double cost(double[] plan, double[] price) {
        double sum = 0;
        for (int t = 0; t < plan.length; t++) {
            sum += plan[t] * price[t];
        }
        return sum;
    }

    /** Random weights between 0 and 1 with the right sum. */
    private static double[] weights(SplittableRandom random, FlexibleLoad load) {
        double[] weight = random.doubles(load.options(), 0.01, 1).toArray();
        double sum = Arrays.stream(weight).sum();
        double share = load.chosen() / load.options();
        double stretch = 0;
        for (double each : weight) {
            double off = each - sum / weight.length;
            stretch = Math.max(stretch, Math.max(off / (1 - share + 1e-12), -off / share));
        }
        double scale = stretch == 0 ? 0 : random.nextDouble() / stretch;
        Arrays.setAll(weight, o -> share + scale * (weight[o] - sum / weight.length));
        return weight;
    }
}
