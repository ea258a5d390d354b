package io.nqba.compute.kernel.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Rows whose outcome depends on three of five features, one of them now and then missing. */
final class SampleLeads {
    static final int WIDTH = 5;

    private SampleLeads() {}

    static Examples random(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] features = new float[rows * WIDTH];
        boolean[] outcomes = new boolean[rows];
        long[] ids = new long[rows];
        for (int row = 0; row < rows; row++) {
            double age = 20 + 50 * random.nextDouble();
            double visits = random.nextInt(6);
            boolean known = random.nextInt(4) > 0;
            double[] values = {age, visits, known ? random.nextDouble() : Double.NaN, random.nextDouble(), 7};
            for (int j = 0; j < WIDTH; j++) {
                features[row * WIDTH + j] = (float) values[j];
            }
            double margin = -3 + 0.03 * age + 0.5 * visits * (age > 45 ? 1 : 0) - (known ? 2 * values[2] : 0);
            outcomes[row] = random.nextDouble() < Logistic.probability(margin);
            ids[row] = 1_000_003L * row;
        }
        return new Examples(WIDTH, features, outcomes, ids);
    }

    /** Deals rows out to groups, as partitions do. */
    static List<Examples> dealt(Examples all, int groups) {
        List<Examples> dealt = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            int rows = (all.rows() - group + groups - 1) / groups;
            float[] features = new float[rows * all.width()];
            boolean[] outcomes = new boolean[rows];
            long[] ids = new long[rows];
            for (int k = 0; k < rows; k++) {
                int row = group + k * groups;
                System.arraycopy(all.features(), row * all.width(), features, k * all.width(), all.width());
                outcomes[k] = all.outcomes()[row];
                ids[k] = all.ids()[row];
            }
            dealt.add(new Examples(all.width(), features, outcomes, ids));
        }
        return dealt;
    }

    static float[] row(Examples all, int row) {
        return Arrays.copyOfRange(all.features(), row * all.width(), (row + 1) * all.width());
    }

    static long positives(Examples all) {
        long positives = 0;
        for (boolean outcome : all.outcomes()) {
            positives += outcome ? 1 : 0;
        }
        return positives;
    }
}
