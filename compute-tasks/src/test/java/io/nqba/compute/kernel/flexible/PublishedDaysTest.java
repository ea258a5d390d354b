package io.nqba.compute.kernel.flexible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SiteProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** EMHASS's eight days of its profit objective, with its own schedule priced by our model; skipped where the set is absent. */
class PublishedDaysTest {
    private static final int SLOTS = 48;
    private static final double KWH_PER_WATT = 0.5 / 1000;

    @Test
    void everyDayIsAtLeastAsGoodAsThePublishedOptimum() throws IOException {
        Optional<Path> file = dataFolder()
                .map(data -> data.resolve("flyfox/emhass/opt_res_perfect_optim_profit.csv"))
                .filter(Files::isRegularFile);
        assumeTrue(file.isPresent(), "No EMHASS set: set NQBA_DATA to its folder");
        List<String> lines = Files.readAllLines(file.orElseThrow());
        for (int day = 0; day < 8; day++) {
            double[][] columns = new double[12][SLOTS];
            for (int t = 0; t < SLOTS; t++) {
                String[] cells = lines.get(1 + day * SLOTS + t).split(",", -1);
                for (int c = 1; c < columns.length; c++) {
                    columns[c][t] = Double.parseDouble(cells[c]);
                }
            }
            FlexibleSite site = site(columns);
            double[][] published = {kwh(columns[3]), kwh(columns[4])};

            WholeAnswer ours = new FlexibleSolver().alone(site, null);

            double theirs = new PlanSearch().cost(site, null, published);
            assertThat(site.loads().get(0).allows(published[0])).isTrue();
            assertThat(site.loads().get(1).allows(published[1])).isTrue();
            assertThat(theirs).isCloseTo(-Arrays.stream(columns[11]).sum(), within(2e-7));
            assertThat(ours.cost()).isLessThanOrEqualTo(theirs + 1e-9);
            assertThat(ours.bound()).isEqualTo(ours.cost());
        }
    }

    private static FlexibleSite site(double[][] columns) {
        double[] net = new double[SLOTS];
        Arrays.setAll(net, t -> (columns[2][t] - columns[1][t]) * KWH_PER_WATT);
        var problem = new SiteProblem(
                net, columns[8], columns[9], Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1e6, Battery.NONE);
        var heavy = new DivisibleRun(0, SLOTS, 10, 3000 * KWH_PER_WATT);
        var light = new DivisibleRun(0, SLOTS, 16, 750 * KWH_PER_WATT);
        return new FlexibleSite(problem, List.of(heavy, light), 0);
    }

    private static double[] kwh(double[] watts) {
        return Arrays.stream(watts).map(power -> power * KWH_PER_WATT).toArray();
    }

    private static Optional<Path> dataFolder() {
        return Stream.of(System.getenv("NQBA_DATA"), "../shared/data", "../../shared/data")
                .filter(place -> place != null && !place.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }
}
