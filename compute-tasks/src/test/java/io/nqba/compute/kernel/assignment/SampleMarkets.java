package io.nqba.compute.kernel.assignment;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Markets and work to try things on. */
final class SampleMarkets {
    private final SplittableRandom dice;

    SampleMarkets(long seed) {
        dice = new SplittableRandom(seed);
    }

    /** Agents with rates between 0.3 and 1, a fifth of the classes barred to each, and least hours where {@code fair}. */
    AgentMarket market(int agents, int classes, double hoursEach, boolean fair) {
        double[][] rate = new double[classes][agents];
        for (double[] row : rate) {
            for (int a = 0; a < agents; a++) {
                row[a] = dice.nextDouble() < 0.2 ? Double.NaN : 0.3 + 0.7 * dice.nextDouble();
            }
        }
        double[] most = new double[agents];
        Arrays.setAll(most, a -> Math.rint(hoursEach * (0.5 + dice.nextDouble())));
        double[] least = new double[agents];
        Arrays.setAll(least, a -> fair ? 0.5 * most[a] : 0);
        return new AgentMarket(most, least, fair ? 5 : 0, 1_000, c -> rate[c]);
    }

    WorkItems items(int size, int classes, int agents, boolean equalHours) {
        var items = new WorkItems.Builder(size);
        for (int i = 0; i < size; i++) {
            double hours = equalHours ? 1 : 0.5 + 0.25 * dice.nextInt(14);
            double scale = 100 * Math.exp(1.2 * dice.nextDouble(-1, 1));
            items.add(i, dice.nextInt(classes), scale, hours, dice.nextInt(agents + 1) - 1, i);
        }
        return items.build();
    }
}
