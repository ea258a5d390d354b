package io.nqba.model.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AssetTest {
    @Test
    void aCarMustLeaveAfterItCameAndGetItsEnergyBetween() {
        assertThat(Asset.evCharger(7.4, 1.4, 0.92, 12, 1080, 1860).isFlexible()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Asset.evCharger(7.4, 1.4, 0.92, 12, 1080, 420))
                .withMessage(
                        "The departureMinute (420) must lie after the arrivalMinute (1080) and at most 1440 minutes after it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Asset.evCharger(2, 1.4, 1, 12.5, 0, 360))
                .withMessage(
                        "The energyKwh (12.5 kWh) must be deliverable: 2.0 kW deliver at most 12.000 kWh in 360 minutes.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Asset.evCharger(2, 3, 1, 5, 0, 360))
                .withMessage("The minPowerKw (3.0 kW) must be at most the powerKw (2.0 kW).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Asset.evCharger(-2, 0, 1, 5, 0, 360))
                .withMessageContaining("powerKw (-2.0 kW)");
    }

    @Test
    void aRunMustFitItsWindow() {
        assertThat(Asset.appliance(2, 60, 600, 660, false).isFlexible()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Asset.appliance(2, 61, 600, 660, false))
                .withMessage("The runMinutes (61) must fit into the window of 60 minutes.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Asset.appliance(2, 60, 1440, 1500, true))
                .withMessageContaining("earliestMinute (1440)");
    }

    @Test
    void aBatteryIsNotShifted() {
        assertThat(Asset.battery(6, 5, 0.9, 0.9, 0, 0).isFlexible()).isFalse();
        assertThat(Asset.solar(4).isFlexible()).isFalse();
    }
}
