package io.nqba.compute.kernel.mandate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Random firms: a factor universe, mandates over parts of it, rows of issuers, sectors, exposures and trades. */
final class SampleMandates {
    private SampleMandates() {}

    static FactorModel model(SplittableRandom random, int assets, int factors) {
        double[][] loadings = new double[assets][factors];
        double[] own = new double[assets];
        for (int j = 0; j < assets; j++) {
            for (int k = 0; k < factors; k++) {
                loadings[j][k] = k == 0 ? random.nextDouble(0.1, 0.3) : random.nextGaussian() * 0.06;
            }
            own[j] = Math.pow(random.nextDouble(0.1, 0.4), 2);
        }
        return FactorModel.of(loadings, own);
    }

    static double[] returns(SplittableRandom random, int assets) {
        double[] expected = new double[assets];
        Arrays.setAll(expected, j -> 0.07 + 0.06 * random.nextGaussian());
        return expected;
    }

    static Mandate mandate(SplittableRandom random, int universe, int size) {
        int[] assets = chosen(random, universe, size);
        double[] start = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            start[i] = random.nextInt(3) == 0 ? random.nextDouble() : 0;
            sum += start[i];
        }
        for (int i = 0; i < size && sum > 0; i++) {
            start[i] *= random.nextDouble(0.8, 1) / sum;
        }
        double most = Math.max(random.nextDouble(0.03, 0.2), 1.5 / size);
        double[] lower = new double[size];
        Arrays.fill(lower, random.nextInt(4) == 0 ? -0.02 : 0);
        double[] upper = new double[size];
        Arrays.fill(upper, most);
        double least = random.nextBoolean() ? 0 : random.nextDouble(0.5, 1);
        return new Mandate(
                Math.exp(random.nextDouble(11, 16)),
                Math.exp(random.nextDouble(0, 3)),
                assets,
                start,
                lower,
                upper,
                random.nextInt(3) == 0 ? 0 : random.nextDouble(0, 0.02),
                least,
                1);
    }

    static int[] chosen(SplittableRandom random, int universe, int size) {
        int[] all = new int[universe];
        Arrays.setAll(all, j -> j);
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(universe - i);
            int swap = all[i];
            all[i] = all[other];
            all[other] = swap;
        }
        int[] assets = Arrays.copyOf(all, size);
        Arrays.sort(assets);
        return assets;
    }

    static List<Mandate> mandates(SplittableRandom random, int count, int universe, int size) {
        List<Mandate> mandates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mandates.add(mandate(random, universe, size));
        }
        return mandates;
    }

    /** Issuers as single assets, sectors as every tenth asset, one exposure to the first factor, trades in single assets. */
    static FirmRows rows(SplittableRandom random, FactorModel model, int issuers, int sectors, int traded) {
        int assets = model.assets();
        List<FirmRows.Row> rows = new ArrayList<>();
        for (int r = 0; r < issuers; r++) {
            rows.add(new FirmRows.Row(unit(assets, random.nextInt(assets)), new double[assets], 0));
        }
        for (int r = 0; r < sectors; r++) {
            double[] sector = new double[assets];
            for (int j = r; j < assets; j += 10) {
                sector[j] = 1;
            }
            rows.add(new FirmRows.Row(sector, new double[assets], -0.09));
        }
        double[] market = new double[assets];
        Arrays.setAll(market, j -> model.loading(j, 0) / 0.3);
        rows.add(new FirmRows.Row(market, new double[assets], 0));
        for (int r = 0; r < traded; r++) {
            rows.add(new FirmRows.Row(new double[assets], unit(assets, random.nextInt(assets)), 0));
        }
        return FirmRows.of(rows, assets);
    }

    private static double[] unit(int assets, int at) {
        double[] row = new double[assets];
        row[at] = 1;
        return row;
    }
}
