package io.nqba.console.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKind;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeviceBodyTest {
    @Test
    void aWholeNeedBecomesADevice() {
        assertThat(car(12.0, 1080, 1860, 1.4).toAsset()).isEqualTo(Asset.evCharger(7.4, 1.4, 0.92, 12, 1080, 1860));
        assertThat(run(120, 600, 1200).toAsset()).isEqualTo(Asset.appliance(2, 120, 600, 1200, false));
    }

    @Test
    void eachRefusalNamesFieldValueAndRemedy() {
        assertThat(problem(car(12.0, 1080, 420, 1.4)))
                .usingRecursiveComparison()
                .isEqualTo(new FieldProblem(
                        "latestMinute",
                        "420",
                        "It is not after the earliestMinute (1080): the car would leave, or the run end, before it begins.",
                        "Send a later minute; for a time on the next day add 1440."));
        assertThat(problem(car(60.0, 1080, 1440, 1.4)))
                .usingRecursiveComparison()
                .isEqualTo(new FieldProblem(
                        "energyKwh",
                        "60.0",
                        "7.4 kW deliver at most 40.84 kWh in 360 minutes.",
                        "Send at most 40.84, a longer window or more power."));
        assertThat(problem(car(12.0, 1080, 1860, 8.0)).field()).isEqualTo("minPowerKw");
        assertThat(problem(car(null, 1080, 1860, 1.4)).field()).isEqualTo("energyKwh");
        assertThat(problem(car(12.0, 10, 2000, 1.4)).remedy()).isEqualTo("Send at most 1450.");
        assertThat(problem(run(120, 600, 660)))
                .usingRecursiveComparison()
                .isEqualTo(new FieldProblem(
                        "runMinutes",
                        "120",
                        "The window of 60 minutes is shorter than the run.",
                        "Send at most 60, or a wider window."));
        assertThat(problem(run(null, 600, 660)).field()).isEqualTo("runMinutes");
        assertThat(problem(new DeviceBody(AssetKind.SOLAR, 4.0, 0, 600, null, null, null, null, null))
                        .field())
                .isEqualTo("kind");
    }

    private static FieldProblem problem(DeviceBody body) {
        NqbaException refusal = catchThrowableOfType(NqbaException.class, body::toAsset);
        return refusal.fields().get(0);
    }

    private static DeviceBody car(@Nullable Double energyKwh, int from, int to, double least) {
        return new DeviceBody(AssetKind.EV_CHARGER, 7.4, from, to, least, 0.92, energyKwh, null, null);
    }

    private static DeviceBody run(@Nullable Integer minutes, int from, int to) {
        return new DeviceBody(AssetKind.LOAD, 2.0, from, to, null, null, null, minutes, null);
    }
}
