package io.nqba.bench;

import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SiteProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The seventeen homes of the CityLearn 2022 set as site problems: hourly, battery of 6.4 kWh and 5 kW with one-way efficiency √0.9,
 * empty at the start and free at the end, no export payment.
 */
public final class CityLearn {
    /** Homes in the set. */
    public static final int HOMES = 17;

    private static final int LOAD_COLUMN = 7;
    private static final int SOLAR_COLUMN = 11;
    private static final double EFFICIENCY = Math.sqrt(0.9);

    private final double[][] netLoadKwh = new double[HOMES][];
    private final double[] price;

    private CityLearn(Path folder) throws IOException {
        price = column(folder.resolve("pricing.csv"), 0);
        String schema = Files.readString(folder.resolve("schema.json"));
        for (int home = 0; home < HOMES; home++) {
            Path file = folder.resolve("Building_" + (home + 1) + ".csv");
            double nominalKw = nominalKw(schema, home + 1);
            double[] load = column(file, LOAD_COLUMN);
            double[] wattsPerKw = column(file, SOLAR_COLUMN);
            netLoadKwh[home] = new double[load.length];
            for (int t = 0; t < load.length; t++) {
                netLoadKwh[home][t] = load[t] - wattsPerKw[t] * nominalKw / 1000;
            }
        }
    }

    /** Reads the set from the folder of all data sets. */
    public static CityLearn read(Path data) throws IOException {
        return new CityLearn(data.resolve("flyfox").resolve("citylearn_2022"));
    }

    /** Hours in the set. */
    public int hours() {
        return price.length;
    }

    /** One home over a window of hours. */
    public SiteProblem site(int home, int fromHour, int slots) {
        double[] prices = Arrays.copyOfRange(price, fromHour, fromHour + slots);
        double largest = Arrays.stream(prices).max().orElse(0);
        return new SiteProblem(
                Arrays.copyOfRange(netLoadKwh[home], fromHour, fromHour + slots),
                prices,
                new double[slots],
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                SiteProblem.violationPriceFor(largest),
                new Battery(6.4, 5, 5, EFFICIENCY, EFFICIENCY, 0, 0, 0));
    }

    private static double[] column(Path file, int index) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[index]))
                .toArray();
    }

    private static double nominalKw(String schema, int number) {
        Matcher matcher = Pattern.compile(
                        "\"Building_" + number + "\"\\s*:.*?\"pv\".*?\"nominal_power\"\\s*:\\s*([0-9.eE+-]+)",
                        Pattern.DOTALL)
                .matcher(schema);
        if (!matcher.find()) {
            throw new IllegalArgumentException(
                    "The schema must name the nominal power of Building_%d.".formatted(number));
        }
        return Double.parseDouble(matcher.group(1));
    }
}
