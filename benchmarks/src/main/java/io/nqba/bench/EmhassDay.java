package io.nqba.bench;

import io.nqba.compute.kernel.flexible.DivisibleRun;
import io.nqba.compute.kernel.flexible.FlexibleSite;
import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SiteProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One day of EMHASS's published results: 48 half hours with load, PV and two loads that run at full power or not at all, 3000 W for ten
 * and 750 W for sixteen of them, at any time of the day. Costs here are those of EMHASS, in its units, written down a second time and
 * apart from our kernels, so that they judge both schedules.
 */
final class EmhassDay {
    /** The three published objectives. What one pays per kWh: for all consumption, for import, or for import a thousandfold. */
    enum Objective {
        COST("cost"),
        PROFIT("profit"),
        SELF_CONSUMPTION("self-consumption");

        private final String file;

        Objective(String file) {
            this.file = file;
        }

        /** Weight of import against export in what is optimised, as EMHASS sets it. */
        private double importWeight() {
            return this == SELF_CONSUMPTION ? 1000 : 1;
        }
    }

    static final int DAYS = 8;
    private static final int SLOTS = 48;
    private static final double KWH_PER_WATT = 0.5 / 1000;
    private static final double[] POWER = {3000, 750};
    private static final int[] RUN_SLOTS = {10, 16};

    private final Objective objective;
    private final double[] solar = new double[SLOTS];
    private final double[] load = new double[SLOTS];
    private final double[] importPrice = new double[SLOTS];
    private final double[] exportPrice = new double[SLOTS];
    private final double[][] published = new double[POWER.length][SLOTS];
    private double publishedObjective;

    private EmhassDay(Objective objective) {
        this.objective = objective;
    }

    /** Reads the eight days of one objective; they begin with the first row and take 48 rows each, as EMHASS solved them. */
    static List<EmhassDay> read(Path data, Objective objective) throws IOException {
        Path file = data.resolve("flyfox/emhass/opt_res_perfect_optim_%s.csv".formatted(objective.file));
        List<String> lines = Files.readAllLines(file);
        var days = new ArrayList<EmhassDay>();
        for (int day = 0; day < DAYS; day++) {
            var read = new EmhassDay(objective);
            for (int t = 0; t < SLOTS; t++) {
                read.fill(t, lines.get(1 + day * SLOTS + t).split(",", -1));
            }
            days.add(read);
        }
        return days;
    }

    private void fill(int t, String[] cells) {
        solar[t] = Double.parseDouble(cells[1]);
        load[t] = Double.parseDouble(cells[2]);
        published[0][t] = Double.parseDouble(cells[3]);
        published[1][t] = Double.parseDouble(cells[4]);
        importPrice[t] = Double.parseDouble(cells[8]);
        exportPrice[t] = Double.parseDouble(cells[9]);
        publishedObjective -= Double.parseDouble(cells[11]);
    }

    /** The schedule of the loads as EMHASS published it, W. */
    double[][] published() {
        return published;
    }

    /** The objective column of the file, summed: what EMHASS says the day costs, currency. */
    double publishedObjective() {
        return publishedObjective;
    }

    /** What the file's objective column would say of a schedule: money for energy, currency. */
    double reported(double[][] watts) {
        return cost(watts, 1);
    }

    /** What EMHASS minimised: for self-consumption, import counts a thousandfold. */
    double optimised(double[][] watts) {
        return cost(watts, objective.importWeight());
    }

    private double cost(double[][] watts, double importWeight) {
        double sum = 0;
        for (int t = 0; t < SLOTS; t++) {
            double used = load[t] + watts[0][t] + watts[1][t];
            double net = used - solar[t];
            if (objective == Objective.COST) {
                sum += importPrice[t] * used * KWH_PER_WATT;
            } else {
                sum += (net > 0 ? importWeight * importPrice[t] : exportPrice[t]) * net * KWH_PER_WATT;
            }
        }
        return sum;
    }

    /** Whether each load runs at full power or not at all, and as long as it must. */
    boolean isFeasible(double[][] watts) {
        for (int d = 0; d < POWER.length; d++) {
            int running = 0;
            for (double power : watts[d]) {
                if (power != 0 && power != POWER[d]) {
                    return false;
                }
                running += power != 0 ? 1 : 0;
            }
            if (running != RUN_SLOTS[d]) {
                return false;
            }
        }
        return true;
    }

    /** The same day as a site of ours. */
    FlexibleSite site() {
        double[] net = new double[SLOTS];
        double[] buy = new double[SLOTS];
        double[] sell = new double[SLOTS];
        boolean all = objective == Objective.COST;
        for (int t = 0; t < SLOTS; t++) {
            net[t] = (load[t] - (all ? 0 : solar[t])) * KWH_PER_WATT;
            buy[t] = objective.importWeight() * importPrice[t];
            sell[t] = all ? importPrice[t] : exportPrice[t];
        }
        double noLimit = Double.POSITIVE_INFINITY;
        var problem = new SiteProblem(net, buy, sell, noLimit, noLimit, 1e6, Battery.NONE);
        return new FlexibleSite(problem, List.of(run(0), run(1)), 0);
    }

    private static DivisibleRun run(int d) {
        return new DivisibleRun(0, SLOTS, RUN_SLOTS[d], POWER[d] * KWH_PER_WATT);
    }

    /** Plans of our site as power, W. */
    static double[][] watts(double[][] plans) {
        return Arrays.stream(plans)
                .map(plan -> Arrays.stream(plan).map(kwh -> kwh / KWH_PER_WATT).toArray())
                .toArray(double[][]::new);
    }
}
