package io.nqba.compute.kernel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Known optima and rules on the CityLearn 2022 homes; skipped where the set is absent. */
class RealHomesTest {
    private static final int HOMES = 17;
    private static final int HOURS = 8760;
    private static final double[][] NET = new double[HOMES][];
    private static double[] price = {};

    private final SiteSolver solver = new SiteSolver();

    @BeforeAll
    static void readTheSet() throws IOException {
        Optional<Path> folder = dataFolder().map(data -> data.resolve("flyfox/citylearn_2022"));
        assumeTrue(folder.filter(Files::isDirectory).isPresent(), "No CityLearn 2022 set: set NQBA_DATA to its folder");
        price = column(folder.orElseThrow().resolve("pricing.csv"), 0);
        String schema = Files.readString(folder.orElseThrow().resolve("schema.json"));
        for (int home = 0; home < HOMES; home++) {
            Path file = folder.orElseThrow().resolve("Building_" + (home + 1) + ".csv");
            double nominal = nominalKw(schema, home + 1);
            double[] load = column(file, 7);
            double[] watts = column(file, 11);
            NET[home] = new double[load.length];
            Arrays.setAll(NET[home], t -> load[t] - watts[t] * nominal / 1000);
        }
    }

    /** The published optima were found with the efficiency rounded to six digits, hence three parts in ten million. */
    @Test
    void firstDayAndFirstWeekOfTheFirstHomeReachTheKnownOptima() {
        assertThat(solver.solve(site(0, 24), null)).isCloseTo(4.801357, within(2e-6));
        assertThat(solver.solve(site(0, 168), null)).isCloseTo(43.509253, within(1e-5));
    }

    @Test
    void wholeYearReachesTheKnownRatios() {
        double none = total(home -> SiteRules.noBattery(home).cost());

        assertThat(none).isCloseTo(33394.79, within(0.01));
        assertThat(total(home -> solver.solve(home, null)) / none).isCloseTo(0.6450, within(5e-5));
        assertThat(total(home -> SiteRules.selfConsumption(home).cost()) / none).isCloseTo(0.7205, within(5e-5));
        assertThat(total(home -> SiteRules.timeOfUse(home).cost()) / none).isCloseTo(0.7428, within(5e-5));
    }

    private static double total(ToDoubleFunction<SiteProblem> cost) {
        double sum = 0;
        for (int home = 0; home < HOMES; home++) {
            sum += cost.applyAsDouble(site(home, HOURS));
        }
        return sum;
    }

    private static SiteProblem site(int home, int slots) {
        double efficiency = Math.sqrt(0.9);
        double infinity = Double.POSITIVE_INFINITY;
        return new SiteProblem(
                Arrays.copyOf(NET[home], slots),
                Arrays.copyOf(price, slots),
                new double[slots],
                infinity,
                infinity,
                100,
                new Battery(6.4, 5, 5, efficiency, efficiency, 0, 0, 0));
    }

    private static Optional<Path> dataFolder() {
        String named = System.getenv("NQBA_DATA");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, path -> path != null, Path::getParent)
                .map(path -> path.resolve("../shared/data"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static double[] column(Path file, int index) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .filter(line -> !line.isBlank())
                    .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[index]))
                    .toArray();
        }
    }

    private static double nominalKw(String schema, int number) {
        Matcher matcher = Pattern.compile(
                        "\"Building_" + number + "\"\\s*:.*?\"pv\".*?\"nominal_power\"\\s*:\\s*([0-9.eE+-]+)",
                        Pattern.DOTALL)
                .matcher(schema);
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
