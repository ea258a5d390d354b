package io.nqba.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    @Test
    void moneyIsGroupedAndCarriesItsSign() {
        assertThat(Figures.money(33_394.788, "USD")).isEqualTo("33,394.79\u00a0$");
        assertThat(Figures.money(-5, "EUR")).isEqualTo("−5.00\u00a0€");
        assertThat(Figures.money(1, "CHF")).isEqualTo("1.00\u00a0CHF");
    }

    @Test
    void aRoundedZeroHasNoMinus() {
        assertThat(Figures.number(-0.0001, 2)).isEqualTo("0.00");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNotKnownIsADash(double unknown) {
        assertThat(Figures.money(unknown, "USD")).isEqualTo("–");
        assertThat(Figures.gap(unknown)).isEqualTo("–");
        assertThat(Figures.rate(unknown, "USD", "kW")).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0001,0.01",
        "0.00010001,0.011",
        "0.000070,0.007",
        "0.12345,12.4",
        "0.0123,1.23",
        "0.01231,1.24",
        "0,0"
    })
    void aGapIsRoundedUpToTwoDigits(double share, String percent) {
        assertThat(Figures.gap(share)).isEqualTo(percent + "\u00a0%");
    }

    @ParameterizedTest
    @CsvSource({"2.3333,2.3333", "2,2.00", "0.5,0.50", "0.088,0.088", "0.12345,0.1235"})
    void aRateHasAsManyDecimalsAsItNeeds(double amount, String written) {
        assertThat(Figures.rate(amount, "USD", "kW")).isEqualTo(written + "\u00a0$/kW");
    }

    @Test
    void timesNameTheirZone() {
        Instant noon = Instant.parse("2026-08-01T12:00:00Z");

        assertThat(Figures.moment(noon, ZoneId.of("Europe/Berlin"))).isEqualTo("1 Aug 2026, 14:00 Europe/Berlin");
        assertThat(Figures.ago(noon, noon.plusSeconds(185))).isEqualTo("3 min ago");
        assertThat(Figures.duration(Duration.ofSeconds(200))).isEqualTo("3\u00a0min 20\u00a0s");
    }

    @Test
    void objectivesWithoutACurrencyArePlainNumbers() {
        assertThat(Figures.amount(13_359, "")).isEqualTo("13,359");
        assertThat(Figures.amount(-1_515_944, "points")).isEqualTo("−1,515,944\u00a0points");
        assertThat(Figures.amount(9_007_199_254_740_991.0, "")).isEqualTo("9,007,199,254,740,991");
        assertThat(Figures.amount(1234.5, "")).isEqualTo("1,234.50");
        assertThat(Figures.amount(-0.25, "")).isEqualTo("−0.250000");
        assertThat(Figures.amount(599.2041, "USD")).isEqualTo("599.20\u00a0$");
        assertThat(Figures.amount(Double.NaN, "")).isEqualTo("–");
    }
}
