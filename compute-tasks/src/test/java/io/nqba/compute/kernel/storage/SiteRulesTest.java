package io.nqba.compute.kernel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.testing.SeededTest;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SiteRulesTest {
    private static final Offset<Double> EXACTLY = within(1e-12);

    /** Cheap surplus, cheap load, dear load, dear surplus. */
    private static final SiteProblem SITE = new SiteProblem(
            new double[] {-2, 1, 3, -1},
            new double[] {0.1, 0.1, 0.5, 0.5},
            new double[4],
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            100,
            new Battery(4, 2, 2, 0.5, 1, 2, 0, 0));

    @Test
    void noBatteryLeavesTheNetLoadAsItIs() {
        SiteSchedule schedule = SiteRules.noBattery(SITE);

        assertThat(schedule.netKwh()).containsExactly(-2, 1, 3, -1);
        assertThat(schedule.cost()).isCloseTo(0.1 + 1.5, EXACTLY);
    }

    @Test
    void selfConsumptionTakesEverySurplusAndCoversEveryLoad() {
        SiteSchedule schedule = SiteRules.selfConsumption(SITE);

        assertThat(schedule.chargeKwh()).containsExactly(2, 0, 0, 1);
        assertThat(schedule.dischargeKwh()).containsExactly(0, 1, 2, 0);
        assertThat(schedule.socKwh()).containsExactly(3, 2, 0, 0.5);
        assertThat(schedule.cost()).isCloseTo(0.5, EXACTLY);
    }

    @Test
    void timeOfUseChargesInCheapSlotsAndCoversLoadInDearOnesOnly() {
        SiteSchedule schedule = SiteRules.timeOfUse(SITE);

        assertThat(schedule.chargeKwh()).containsExactly(2, 0, 0, 0);
        assertThat(schedule.dischargeKwh()).containsExactly(0, 0, 2, 0);
        assertThat(schedule.cost()).isCloseTo(0.1 + 0.5, EXACTLY);
    }

    @SeededTest
    void noRuleBeatsTheOptimum(long seed) {
        SiteProblem site = SampleSites.home(new SplittableRandom(seed), 48, SampleSites.battery());

        double optimum = new SiteSolver().solve(site, null);

        assertThat(SiteRules.noBattery(site).cost()).isGreaterThanOrEqualTo(optimum - 1e-9);
        assertThat(SiteRules.selfConsumption(site).cost()).isGreaterThanOrEqualTo(optimum - 1e-9);
        assertThat(SiteRules.timeOfUse(site).cost()).isGreaterThanOrEqualTo(optimum - 1e-9);
    }
}
