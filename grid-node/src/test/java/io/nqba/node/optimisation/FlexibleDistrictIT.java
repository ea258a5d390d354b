package io.nqba.node.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
import io.nqba.model.energy.AssetKind;
import io.nqba.model.energy.DistrictProfile;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.energy.DistrictGenerator;
import io.nqba.node.energy.DistrictRecipe;
import io.nqba.node.energy.GeneratedLoad;
import io.nqba.node.testing.GridFixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;

/** Cars and appliances beside batteries, from the rows in the grid to the rows of the plan. */
class FlexibleDistrictIT {
    private static final DistrictRecipe DISTRICT =
            DistrictRecipe.of("quay", "Quay", 12, 29).withFlexibleDevices();
    private static final int SLOTS = 48;
    private static final double CHARGE = 2;

    @Test
    void oneNodeAndThreeMakeTheSameWholePlanWithTheSameProof() {
        List<OptimizationRun> runs = new ArrayList<>();
        for (int nodes : new int[] {1, 3}) {
            try (GridFixture grid = GridFixture.inMemory(nodes);
                    IgniteClient client = grid.client()) {
                GeneratedLoad.silently(grid.ignite()).load(DISTRICT, RunDesk.WINDOW);
                var desk = new RunDesk(client);
                OptimizationRun queued =
                        desk.submit(RunDesk.request("quay", RunDesk.WINDOW.start(), SLOTS, CHARGE, 1e-3, 400));
                OptimizationRun run = desk.untilEnded(queued.runId());
                runs.add(run);

                assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
                assertThat(run.bound()).isLessThanOrEqualTo(run.value());
                assertThat(run.gap()).isLessThan(0.02);
                assertThat(baseline(run, "each-alone")).isGreaterThanOrEqualTo(run.value() - 1e-6);
                assertThat(baseline(run, "no-battery")).isGreaterThan(run.value());
                assertThat(storedObjective(client, run)).isCloseTo(run.value(), within(1e-6 * run.value()));
                everyDeviceHasWhatItNeeds(client, run);
            }
        }

        assertThat(runs.get(1).value()).isEqualTo(runs.get(0).value());
        assertThat(runs.get(1).bound()).isEqualTo(runs.get(0).bound());
        assertThat(runs.get(1).rounds()).isEqualTo(runs.get(0).rounds());
    }

    @Test
    void aNeedThatNoSlotCanHoldIsRefusedByName() {
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = grid.client()) {
            DistrictRecipe plain = DistrictRecipe.of("cove", "Cove", 2, 3);
            GeneratedLoad.silently(grid.ignite()).load(plain, RunDesk.WINDOW);
            client.<AssetKey, Asset>cache(CacheNames.ASSET)
                    .put(new AssetKey("cove-001", "iron"), Asset.appliance(2, 30, 625, 655, false));

            assertThatThrownBy(() -> new RunDesk(client).submit(RunDesk.request("cove", 24, 0)))
                    .isInstanceOf(NqbaException.class)
                    .hasMessageContaining("Device iron of site cove-001 needs a run of 30 minutes")
                    .hasMessageContaining("0 whole slots of 60 minutes");
        }
    }

    /** Energy per device and day by SQL, as an analyst would ask, against the needs in ASSET. */
    private static void everyDeviceHasWhatItNeeds(IgniteClient client, OptimizationRun run) {
        Map<AssetKey, double[]> plans = new HashMap<>();
        for (List<?> row : client.query(new SqlFieldsQuery(
                                "SELECT SITE_ID, ASSET_ID, START_MILLIS, ENERGY_KWH, UNPLANNED_KWH FROM DEVICE_SCHEDULE"
                                        + " WHERE RUN_ID = ?")
                        .setArgs(run.runId()))
                .getAll()) {
            int slot = (int)
                    ((((Number) row.get(2)).longValue() - RunDesk.WINDOW.start().toEpochMilli()) / 3_600_000);
            var key = new AssetKey((String) row.get(0), (String) row.get(1));
            plans.computeIfAbsent(key, k -> new double[SLOTS])[slot] = ((Number) row.get(3)).doubleValue();
        }
        var generator = new DistrictGenerator(DISTRICT);
        int flexible = 0;
        for (int index = 0; index < DISTRICT.sites(); index++) {
            for (Map.Entry<AssetKey, Asset> entry : generator.assets(index).entrySet()) {
                if (entry.getValue().isFlexible()) {
                    flexible++;
                    check(entry.getValue(), plans.getOrDefault(entry.getKey(), new double[SLOTS]));
                }
            }
        }
        assertThat(plans).hasSize(flexible);
    }

    /** Both evenings lie in the plan of two local days, the second one cut at midnight. */
    private static void check(Asset device, double[] plan) {
        double kwh = Arrays.stream(plan).sum();
        if (device.kind() == AssetKind.EV_CHARGER) {
            assertThat(kwh).isCloseTo(2 * device.energyKwh() / device.chargeEfficiency(), within(1e-6));
            for (double each : plan) {
                assertThat(each == 0 || (each > device.minPowerKw() - 1e-6 && each < device.powerKw() + 1e-6))
                        .isTrue();
            }
            return;
        }
        int days =
                device.latestMinute() - 60 * 24 > 0 && 24 * 60 - device.earliestMinute() < device.runMinutes() ? 1 : 2;
        assertThat(kwh).isCloseTo(days * device.powerKw() * device.runMinutes() / 60, within(1e-9));
        int starts = 0;
        for (int t = 0; t < plan.length; t++) {
            int minute = t % 24 * 60;
            if (plan[t] > 0) {
                assertThat(plan[t]).isEqualTo(device.powerKw());
                boolean today = minute >= device.earliestMinute() && minute < device.latestMinute();
                assertThat(today || minute + 1440 < device.latestMinute()).isTrue();
                starts += t == 0 || plan[t - 1] == 0 ? 1 : 0;
            }
        }
        if (!device.divisible()) {
            assertThat(starts).isLessThanOrEqualTo(2);
        }
    }

    private static double storedObjective(IgniteClient client, OptimizationRun run) {
        double cost = ((Number) client.query(new SqlFieldsQuery("SELECT SUM(COST) FROM SITE_RESULT WHERE RUN_ID = ?")
                                .setArgs(run.runId()))
                        .getAll()
                        .get(0)
                        .get(0))
                .doubleValue();
        DistrictProfile profile = client.<String, DistrictProfile>cache(CacheNames.DISTRICT_PROFILE)
                .get(run.runId());
        double peak = Math.max(0, Arrays.stream(profile.netAfterKwh()).max().orElseThrow());
        return cost + CHARGE * peak;
    }

    private static double baseline(OptimizationRun run, String name) {
        return run.baselines().stream()
                .filter(each -> each.name().equals(name))
                .mapToDouble(Baseline::value)
                .findFirst()
                .orElseThrow();
    }
}
