package io.nqba.compute.kernel.flexible;

import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SampleSites;
import io.nqba.compute.kernel.storage.SiteProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded sites with flexible loads for the tests. */
final class SampleLoads {
    private SampleLoads() {}

    static BlockRun block(SplittableRandom random, int slots) {
        int first = random.nextInt(slots / 2);
        int end = first + 2 + random.nextInt(slots - first - 1);
        int run = 1 + random.nextInt(Math.min(3, end - first));
        return new BlockRun(first, end, run, 0.2 + random.nextDouble(2));
    }

    static DivisibleRun divisible(SplittableRandom random, int slots) {
        int first = random.nextInt(slots / 2);
        int end = first + 2 + random.nextInt(slots - first - 1);
        return new DivisibleRun(first, end, 1 + random.nextInt(end - first), 0.2 + random.nextDouble(2));
    }

    static ChargingSession car(SplittableRandom random, int slots) {
        int first = random.nextInt(slots / 2);
        int end = first + 2 + random.nextInt(slots - first - 1);
        double most = 2 + random.nextDouble(5);
        double least = random.nextInt(4) == 0 ? 0 : most * random.nextDouble(0.1, 0.5);
        int count = 1 + random.nextInt(end - first);
        double energy = count * random.nextDouble(Math.max(least, 0.1), most);
        return new ChargingSession(first, end, energy, least, most);
    }

    static FlexibleLoad any(SplittableRandom random, int slots) {
        return switch (random.nextInt(3)) {
            case 0 -> block(random, slots);
            case 1 -> divisible(random, slots);
            default -> car(random, slots);
        };
    }

    /** A site with every kind of limit and up to three loads. */
    static FlexibleSite anySite(SplittableRandom random, int slots) {
        SiteProblem problem = SampleSites.any(random, slots);
        return new FlexibleSite(problem, loads(random, slots, random.nextInt(4)), random.nextLong());
    }

    /** A home with a battery and up to two loads. */
    static FlexibleSite home(SplittableRandom random, int slots) {
        Battery battery = random.nextInt(3) == 0 ? Battery.NONE : SampleSites.battery();
        SiteProblem problem = SampleSites.home(random, slots, battery);
        return new FlexibleSite(problem, loads(random, slots, random.nextInt(3)), random.nextLong());
    }

    private static List<FlexibleLoad> loads(SplittableRandom random, int slots, int count) {
        var loads = new ArrayList<FlexibleLoad>();
        for (int i = 0; i < count; i++) {
            loads.add(any(random, slots));
        }
        return loads;
    }
}
