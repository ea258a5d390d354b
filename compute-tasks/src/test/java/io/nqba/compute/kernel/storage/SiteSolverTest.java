package io.nqba.compute.kernel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteSolverTest {
    private final SiteSolver solver = new SiteSolver();

    @SeededTest(tries = 60)
    void minimumIsThatOfTheLinearProgramme(long seed) {
        var random = new SplittableRandom(seed);
        SiteProblem site = SampleSites.any(random, 1 + random.nextInt(30));
        double[] price = random.doubles(site.slots(), 0, 0.5).toArray();

        double minimum = solver.solve(site, price);

        assertThat(minimum).isCloseTo(DistrictProgram.siteMinimum(site, price), within(1e-7 * (1 + Math.abs(minimum))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 96})
    void awkwardLengthsReachTheLinearProgramme(int slots) {
        SiteProblem site = SampleSites.any(new SplittableRandom(slots), slots);

        double minimum = solver.solve(site, null);

        assertThat(minimum)
                .isCloseTo(DistrictProgram.siteMinimum(site, new double[slots]), within(1e-7 * Math.abs(minimum)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 5, 0.9, 0.9, 0", // no capacity
        "6, 0, 0, 0.9, 0.9, 3", // no power
        "6, 5, 5, 0.9, 0.9, 6", // full
        "6, 5, 5, 1.0, 1.0, 0", // no losses
        "6, 5, 5, 0.5, 0.5, 2", // heavy losses
        "6, 0, 5, 0.9, 0.9, 6", // can only discharge
        "6, 5, 0, 0.9, 0.9, 0", // can only charge
        "90, 1, 1, 0.9, 0.9, 40" // slow: a long list of slopes
    })
    void awkwardBatteriesReachTheLinearProgramme(
            double capacity, double charge, double discharge, double in, double out, double initial) {
        Battery battery = new Battery(capacity, charge, discharge, in, out, initial, 0, 0.01);
        SiteProblem site = SampleSites.home(new SplittableRandom(7), 48, battery);

        double minimum = solver.solve(site, null);

        assertThat(minimum)
                .isCloseTo(DistrictProgram.siteMinimum(site, new double[48]), within(1e-7 * Math.abs(minimum)));
    }

    @SeededTest
    void scheduleKeepsEveryLimitAndCostsWhatIsReported(long seed) {
        var random = new SplittableRandom(seed);
        SiteProblem site = SampleSites.any(random, 1 + random.nextInt(60));
        Battery battery = site.battery();

        double minimum = solver.solve(site, null);
        SiteSchedule schedule = solver.schedule(site);

        double soc = battery.initialKwh();
        for (int t = 0; t < site.slots(); t++) {
            double charge = schedule.chargeKwh()[t];
            double discharge = schedule.dischargeKwh()[t];
            soc += charge * battery.chargeEfficiency() - discharge / battery.dischargeEfficiency();
            assertThat(charge).isBetween(0.0, battery.chargeKwh());
            assertThat(discharge).isBetween(0.0, battery.dischargeKwh());
            assertThat(Math.min(charge, discharge)).isZero();
            assertThat(schedule.socKwh()[t])
                    .isBetween(0.0, battery.capacityKwh())
                    .isCloseTo(soc, within(1e-9));
            assertThat(schedule.netKwh()[t]).isCloseTo(site.netLoadKwh()[t] + charge - discharge, within(1e-12));
        }
        double reported = schedule.cost() + site.violationPrice() * schedule.violationKwh();
        assertThat(reported).isCloseTo(minimum, within(1e-9 * (1 + Math.abs(minimum))));
    }

    /** Where burning energy pays, the minimum is a bound, the schedule stays honest, and the two bracket the honest optimum. */
    @SeededTest(tries = 15)
    void negativePricesLeaveAValidBoundAndAnHonestSchedule(long seed) {
        var random = new SplittableRandom(seed);
        int slots = 5;
        double[] net = random.doubles(slots, -3, 3).toArray();
        double[] price = random.doubles(slots, -0.4, 0.5).toArray();
        double[] exported = Arrays.stream(price).map(p -> p - 0.02).toArray();
        double infinity = Double.POSITIVE_INFINITY;
        SiteProblem site = new SiteProblem(
                net, price, exported, infinity, infinity, 100, new Battery(4, 2, 2, 0.8, 0.8, 1, 0, 0.01));

        double bound = solver.solve(site, null);
        SiteSchedule schedule = solver.schedule(site);

        double honest = DistrictProgram.honestSiteMinimum(site);
        assertThat(bound).isLessThanOrEqualTo(honest + 1e-9);
        assertThat(schedule.cost()).isGreaterThanOrEqualTo(honest - 1e-9);
        assertThat(bound).isGreaterThanOrEqualTo(DistrictProgram.siteMinimum(site, new double[slots]) - 1e-9);
        for (int t = 0; t < slots; t++) {
            assertThat(Math.min(schedule.chargeKwh()[t], schedule.dischargeKwh()[t]))
                    .isZero();
        }
    }

    @Test
    void exceededConnectionLimitIsMeasuredInKwh() {
        double[] price = {0.3, 0.3};
        SiteProblem site = new SiteProblem(
                new double[] {5, 5}, price, new double[2], 3, 10, 100, new Battery(4, 4, 4, 1, 1, 1, 0, 0));

        solver.solve(site, null);

        assertThat(solver.schedule(site).violationKwh()).isCloseTo(3, within(1e-12));
    }

    @Test
    void missedFinalStateOfChargeIsMeasuredInKwh() {
        SiteProblem site = SampleSites.home(new SplittableRandom(1), 2, new Battery(10, 2, 2, 0.5, 1, 1, 10, 0));

        solver.solve(site, null);

        assertThat(solver.schedule(site).violationKwh()).isCloseTo(7, within(1e-12));
    }

    /** Doubling is exact in binary floating point, so every decision must stay the same. */
    @SeededTest
    void doublingAllPricesDoublesTheMinimumAndChangesNoDecision(long seed) {
        SiteProblem site = SampleSites.any(new SplittableRandom(seed), 40);
        Battery battery = site.battery();
        Battery dearer = new Battery(
                battery.capacityKwh(),
                battery.chargeKwh(),
                battery.dischargeKwh(),
                battery.chargeEfficiency(),
                battery.dischargeEfficiency(),
                battery.initialKwh(),
                battery.finalMinKwh(),
                2 * battery.wearPerKwh());
        SiteProblem doubled = new SiteProblem(
                site.netLoadKwh(),
                Arrays.stream(site.importPrice()).map(p -> 2 * p).toArray(),
                Arrays.stream(site.exportPrice()).map(p -> 2 * p).toArray(),
                site.importLimitKwh(),
                site.exportLimitKwh(),
                2 * site.violationPrice(),
                dearer);

        double minimum = solver.solve(site, null);
        double[] path = solver.schedule(site).socKwh();

        assertThat(solver.solve(doubled, null)).isEqualTo(2 * minimum);
        assertThat(solver.schedule(doubled).socKwh()).isEqualTo(path);
    }

    @SeededTest
    void splittingEverySlotInTwoDoesNotRaiseTheMinimum(long seed) {
        var random = new SplittableRandom(seed);
        SiteProblem site = SampleSites.home(random, 20, new Battery(6, 3, 3, 0.9, 0.9, 2, 0, 0.01));
        double[] half = new double[40];
        double[] price = new double[40];
        Arrays.setAll(half, t -> site.netLoadKwh()[t / 2] / 2);
        Arrays.setAll(price, t -> site.importPrice()[t / 2]);
        double infinity = Double.POSITIVE_INFINITY;
        SiteProblem split = new SiteProblem(
                half, price, new double[40], infinity, infinity, 100, new Battery(6, 1.5, 1.5, 0.9, 0.9, 2, 0, 0.01));

        double whole = solver.solve(site, null);

        assertThat(solver.solve(split, null)).isCloseTo(whole, within(1e-9 * (1 + Math.abs(whole))));
    }

    @SeededTest(tries = 10)
    void aUsedWorkspaceGivesTheBitsOfAFreshOne(long seed) {
        var random = new SplittableRandom(seed);
        SiteProblem site = SampleSites.any(random, 30);
        solver.solve(SampleSites.any(random, 300), null);

        double again = solver.solve(site, null);

        SiteSolver fresh = new SiteSolver();
        assertThat(again).isEqualTo(fresh.solve(site, null));
        assertThat(solver.schedule(site).socKwh())
                .isEqualTo(fresh.schedule(site).socKwh());
    }

    @Test
    void emptyWindowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SiteProblem(new double[0], new double[0], new double[0], 1, 1, 100, SampleSites.battery()))
                .withMessage("The slots (0) must lie between 1 and 2147483647.");
    }

    @Test
    void pricesOfAnotherLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SiteProblem(new double[3], new double[2], new double[3], 1, 1, 100, SampleSites.battery()))
                .withMessage("The importPrice (2 values) must have one value per slot (3).");
    }

    @Test
    void batteryFullerThanItsCapacityIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Battery(5, 1, 1, 1, 1, 6, 0, 0))
                .withMessage("The initialKwh (6.0 kWh) must be at most the capacity (5.0 kWh).");
    }
}
