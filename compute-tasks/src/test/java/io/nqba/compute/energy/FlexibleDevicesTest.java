package io.nqba.compute.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.flexible.BlockRun;
import io.nqba.compute.kernel.flexible.ChargingSession;
import io.nqba.compute.kernel.flexible.DivisibleRun;
import io.nqba.model.energy.Asset;
import io.nqba.model.energy.District;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.energy.Site;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FlexibleDevicesTest {
    private static final Asset DISHWASHER = Asset.appliance(1.2, 100, 12 * 60, 22 * 60, false);
    private static final Asset CAR = Asset.evCharger(8, 2, 0.8, 16, 18 * 60, 31 * 60);

    @Test
    void aDayBecomesSlotsOfTheDistrictsClock() {
        // Half-hour slots from midnight in Berlin, summer time.
        FlexibleDevices devices = devices("Europe/Berlin", "2026-06-01T22:00:00Z", 48, 30);
        devices.add("dishwasher", DISHWASHER);
        devices.add("pump", Asset.appliance(0.5, 240, 0, 1440, true));

        assertThat(devices.loads()).containsExactly(new BlockRun(24, 44, 4, 0.6), new DivisibleRun(0, 48, 8, 0.25));
        assertThat(devices.assetIds()).containsExactly("dishwasher", "pump");
    }

    /** The evening of the first day is planned to the end of the plan; what began the evening before is not ours. */
    @Test
    void aNeedBelongsToThePlanInWhichItsWindowBegins() {
        FlexibleDevices one = devices("UTC", "2026-06-01T00:00:00Z", 24, 60);
        one.add("car", CAR);
        FlexibleDevices two = devices("UTC", "2026-06-01T00:00:00Z", 48, 60);
        two.add("car", CAR);
        FlexibleDevices late = devices("UTC", "2026-06-01T00:00:00Z", 20, 60);
        late.add("car", CAR);

        assertThat(one.loads()).containsExactly(new ChargingSession(18, 24, 20, 2, 8));
        assertThat(two.loads())
                .containsExactly(new ChargingSession(18, 31, 20, 2, 8), new ChargingSession(42, 48, 20, 2, 8));
        assertThat(late.loads()).as("20 kWh do not fit into two hours").isEmpty();
        assertThat(late.problems()).isEmpty();
    }

    /** In the night of 29 March 2026 the clocks of Berlin go forward: the day has 23 hours. */
    @Test
    void clocksThatGoForwardShortenTheDay() {
        FlexibleDevices devices = devices("Europe/Berlin", "2026-03-28T23:00:00Z", 23, 60);
        devices.add("dishwasher", DISHWASHER);

        assertThat(devices.loads()).containsExactly(new BlockRun(11, 21, 2, 1.2));
    }

    @Test
    void aWindowBetweenTwoSlotsIsNamed() {
        FlexibleDevices devices = devices("UTC", "2026-06-01T00:00:00Z", 24, 60);
        devices.add("iron", Asset.appliance(2, 30, 625, 655, false));

        assertThat(devices.loads()).isEmpty();
        assertThat(devices.problems()).hasSize(1);
        assertThat(devices.problems().get(0).problem())
                .isEqualTo("Device iron of site home needs a run of 30 minutes, but its window has 0 whole slots of"
                        + " 60 minutes, which cannot hold it.");
    }

    @Test
    void morePlansThanAMonthHasAreRefused() {
        FlexibleDevices month = devices("UTC", "2026-06-01T00:00:00Z", 30 * 24, 60);
        FlexibleDevices year = devices("UTC", "2026-06-01T00:00:00Z", 365 * 24, 60);
        for (String device : new String[] {"one", "two", "three"}) {
            month.add(device, DISHWASHER);
            year.add(device, DISHWASHER);
        }

        assertThat(month.loads()).hasSize(90);
        assertThat(month.problems()).isEmpty();
        assertThat(year.problems()).hasSize(1);
        assertThat(year.problems().get(0).field()).isEqualTo("slots");
    }

    private static FlexibleDevices devices(String zone, String start, int slots, int minutes) {
        var district = new District("street", "Street", "tariff", "grid", zone, minutes);
        var request = new EnergyRequest(
                "street",
                Instant.parse(start).toEpochMilli(),
                slots,
                EnergyRequest.Source.READINGS,
                0,
                0,
                true,
                1e-3,
                10,
                1_000);
        var site = new Site("home", "street", "Home", "tariff", 10, 10);
        return new FlexibleDevices(site, new SchedulingWindow(request, district), district);
    }
}
