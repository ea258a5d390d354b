package io.nqba.compute.kernel.backtest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Prices to test on: random ones, and the 20 shares of PyPortfolioOpt's tests. */
public final class SamplePrices {
    private SamplePrices() {}

    /** Random walks with a common part, so that instruments move together. */
    public static double[][] walks(SplittableRandom random, int assets, int days) {
        double[][] prices = new double[assets][days];
        double[] market = random.doubles(days, -0.02, 0.0206).toArray();
        for (double[] price : prices) {
            price[0] = 20 + 80 * random.nextDouble();
            for (int day = 1; day < days; day++) {
                price[day] = price[day - 1] * (1 + market[day] + random.nextDouble(-0.015, 0.015));
            }
        }
        return prices;
    }

    /** Walks of which some begin late, some end early, and some have days without a price. */
    public static double[][] awkward(SplittableRandom random, int assets, int days) {
        double[][] prices = walks(random, assets, days);
        for (int asset = 0; asset < assets; asset++) {
            if (asset % 3 == 1) {
                Arrays.fill(prices[asset], 0, random.nextInt(days / 2), Double.NaN);
            }
            if (asset % 4 == 2) {
                Arrays.fill(prices[asset], days - 1 - random.nextInt(days / 3), days, Double.NaN);
            }
            for (int gap = 0; gap < days / 20; gap++) {
                int at = 1 + random.nextInt(days - 2);
                prices[asset][at] = Double.NaN;
            }
        }
        return prices;
    }

    /** Closes of the 20 shares, 1989-12-29 to 2018-04-11; the test is skipped where they are not there. */
    public static double[][] real() throws IOException {
        Path file = Stream.of(System.getenv("NQBA_DATA"), "../shared/data", "../../shared/data")
                .filter(Objects::nonNull)
                .map(folder -> Path.of(folder, "goliath/pyportfolioopt/stock_prices.csv"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(Path.of("none"));
        assumeTrue(Files.isRegularFile(file), "No PyPortfolioOpt set: set NQBA_DATA to the folder of data sets");
        List<String> lines = Files.readAllLines(file);
        int assets = lines.get(0).split(",", -1).length - 1;
        double[][] prices = new double[assets][lines.size() - 1];
        for (int day = 0; day < lines.size() - 1; day++) {
            String[] cells = lines.get(day + 1).split(",", -1);
            for (int asset = 0; asset < assets; asset++) {
                prices[asset][day] = cells[asset + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[asset + 1]);
            }
        }
        return prices;
    }
}
