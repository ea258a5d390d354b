package io.nqba.compute.kernel.storage;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded sites for the tests. */
public final class SampleSites {
    private SampleSites() {}

    /** Binding limits, export income, wear, a final state of charge; feeding in is limited for the battery only. */
    public static SiteProblem any(SplittableRandom random, int slots) {
        double[] net = random.doubles(slots, -4, 5).toArray();
        double[] imported = random.doubles(slots, 0.05, 0.6).toArray();
        double[] exported = new double[slots];
        Arrays.setAll(exported, t -> imported[t] * random.nextDouble());
        double mostSurplus = Math.max(0, -Arrays.stream(net).min().orElseThrow());
        double capacity = 0.1 + random.nextDouble(20);
        Battery battery = new Battery(
                capacity,
                0.1 + random.nextDouble(6),
                0.1 + random.nextDouble(6),
                0.5 + random.nextDouble(0.5),
                0.5 + random.nextDouble(0.5),
                random.nextDouble() * capacity,
                random.nextBoolean() ? random.nextDouble() * capacity : 0,
                random.nextDouble(0.05));
        return new SiteProblem(
                net, imported, exported, 2 + random.nextDouble(8), mostSurplus + random.nextDouble(3), 100, battery);
    }

    /** A home without limits, with the given battery. */
    public static SiteProblem home(SplittableRandom random, int slots, Battery battery) {
        double[] net = random.doubles(slots, -2, 3).toArray();
        double[] price = random.doubles(slots, 0.1, 0.6).toArray();
        return new SiteProblem(
                net, price, new double[slots], Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 100, battery);
    }

    /** The battery of most homes. */
    public static Battery battery() {
        return new Battery(6.4, 5, 5, 0.95, 0.95, 0, 0, 0);
    }
}
