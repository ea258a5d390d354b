package io.nqba.console.page.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.energy.DistrictView;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.energy.EnergyRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class RunFormTest {
    private static final DistrictView DISTRICT = new DistrictView(
            "d",
            "District",
            "Europe/Berlin",
            60,
            "t",
            "Tariff",
            "EUR",
            2.5,
            "z",
            3,
            Instant.parse("2026-03-01T00:00:00Z"),
            Instant.parse("2026-03-31T21:00:00Z"));

    @Test
    void theSuggestionIsTheLastWeekUnderTheTariffOfTheDistrict() {
        EnergyRequest request = good(RunForm.suggested("id", DISTRICT));

        assertThat(request.start()).isEqualTo(Instant.parse("2026-03-23T23:00:00Z"));
        assertThat(request.demandChargePerKw()).isEqualTo(2.5);
        assertThat(request.targetGap()).isEqualTo(1e-4);
    }

    /** The week in which summer time begins has one hour less. */
    @Test
    void daysAreCutInTheZoneOfTheDistrict() {
        assertThat(good(RunForm.suggested("id", DISTRICT)).slots()).isEqualTo(7 * 24 - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "from,yesterday,(yesterday) is not a date. Write it as 2026-08-01.",
        "days,0,0 is outside 1 to 366 days.",
        "days,,() is not a number. Write 1 to 366 days.",
        "demandCharge,-1,'-1 is outside 0 to 1,000,000 EUR per kW.'",
        "gapPercent,NaN,NaN is outside 1.0E-7 to 100 per cent.",
        "seconds,1e9,'1e9 is outside 1 to 86,400 seconds.'",
        "source,DICE,(DICE) is neither READINGS nor FORECAST."
    })
    void eachFieldIsRefusedBesideItself(String field, String text, String problem) {
        MultiValueMap<String, String> fields = fields();
        fields.set(field, text == null ? "" : text);

        assertThat(refused(fields).of(field)).isEqualTo(problem);
    }

    @Test
    void allWrongFieldsAreToldAtOnce() {
        MultiValueMap<String, String> fields = fields();
        fields.set("days", "many");
        fields.set("seconds", "0");

        assertThat(refused(fields).fields()).extracting(ProblemBox.Field::name).containsExactly("days", "seconds");
    }

    private static MultiValueMap<String, String> fields() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("runId", "id");
        fields.set("from", "2026-03-02");
        fields.set("days", "2");
        fields.set("source", "READINGS");
        fields.set("demandCharge", "2.5");
        fields.set("carbonWeight", "0,1");
        fields.set("gapPercent", "0.01");
        fields.set("seconds", "60");
        return fields;
    }

    private static EnergyRequest good(RunForm form) {
        return ((RunForm.Good) form.check(DISTRICT)).request();
    }

    private static ProblemBox refused(MultiValueMap<String, String> fields) {
        return ((RunForm.Refused) RunForm.of(fields).check(DISTRICT)).problem();
    }
}
