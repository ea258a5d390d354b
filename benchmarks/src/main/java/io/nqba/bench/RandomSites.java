package io.nqba.bench;

import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SiteProblem;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded sites for timing and for comparison with a linear programme. */
public final class RandomSites {
    private RandomSites() {}

    /** A home with sun at midday, a two-step tariff and a battery of usual size. */
    public static SiteProblem plain(long seed, int slots) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] net = new double[slots];
        double[] price = new double[slots];
        int perDay = slots > 24 ? 96 : 24;
        for (int t = 0; t < slots; t++) {
            double hour = 24.0 * (t % perDay) / perDay;
            double sun = Math.max(0, Math.sin((hour - 6) / 12 * Math.PI)) * random.nextDouble(4);
            net[t] = (0.3 + random.nextDouble(1.5) - sun) * 24 / perDay;
            price[t] = hour >= 16 && hour < 20 ? 0.5 : 0.2 + 0.1 * random.nextDouble();
        }
        double power = 5 * 24.0 / perDay;
        Battery battery = new Battery(6.4, power, power, 0.95, 0.95, random.nextDouble(6.4), 0, 0.01);
        return new SiteProblem(
                net, price, new double[slots], Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 100, battery);
    }

    /**
     * Any length, any efficiency, binding limits, export income, a final state of charge. Feeding in is limited for the battery only:
     * where the sun alone exceeds the limit, a linear programme would burn energy by charging and discharging at once.
     */
    public static SiteProblem awkward(long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        int slots = 1 + random.nextInt(60);
        double[] net = random.doubles(slots, -4, 5).toArray();
        double[] imported = random.doubles(slots, 0.05, 0.6).toArray();
        double[] exported = new double[slots];
        for (int t = 0; t < slots; t++) {
            exported[t] = imported[t] * random.nextDouble();
        }
        double mostSurplus = Math.max(0, -Arrays.stream(net).min().orElseThrow());
        double capacity = random.nextDouble(20);
        Battery battery = new Battery(
                capacity,
                random.nextDouble(6),
                random.nextDouble(6),
                0.5 + random.nextDouble(0.5),
                0.5 + random.nextDouble(0.5),
                random.nextDouble() * capacity,
                random.nextBoolean() ? random.nextDouble() * capacity : 0,
                random.nextDouble(0.05));
        return new SiteProblem(
                net, imported, exported, 2 + random.nextDouble(8), mostSurplus + random.nextDouble(3), 100, battery);
    }
}
