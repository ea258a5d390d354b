package io.nqba.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.nqba.console.page.ProofStrip.Notch;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofStripTest {
    @Test
    void oneSentenceTellsBaselineValueAndBound() {
        assertThat(strip(905.26, 599.2041, 599.1979).sentence())
                .isEqualTo(
                        "Cost 599.20\u00a0$, 33.8\u00a0% below no battery, at most 0.0011\u00a0% above the best possible.");
    }

    @Test
    void whatIsNotKnownYetIsSaid() {
        assertThat(strip(905.26, Double.NaN, Double.NaN).sentence()).startsWith("No answer yet");
        assertThat(strip(905.26, 700, Double.NaN).sentence()).endsWith("nothing proven yet.");
        assertThat(strip(Double.NaN, 700, 690).sentence())
                .isEqualTo("Cost 700.00\u00a0$, at most 1.45\u00a0% above the best possible.");
    }

    @Test
    void aValueOnItsBoundIsTheBestPossible() {
        assertThat(strip(905.26, 599, 599).sentence()).endsWith("proven to be the best possible.");
    }

    @Test
    void aWorseValueIsSaidToBeWorse() {
        ProofStrip strip = strip(100, 110, 90);

        assertThat(strip.sentence()).contains("10.0\u00a0% above no battery");
        assertThat(strip.filled()).isZero();
    }

    /** A share of a negative amount means nothing, so amounts are compared instead. */
    @Test
    void incomeIsComparedInMoney() {
        assertThat(strip(2, -5, -6).sentence())
                .isEqualTo(
                        "Cost −5.00\u00a0$, 7.00\u00a0$ below no battery, at most 1.00\u00a0$ above the best possible.");
    }

    @Test
    void theGapIsTheUnfilledRest() {
        ProofStrip strip = strip(100, 60, 50);

        assertThat(strip.filled()).isCloseTo(80, within(1e-9));
        assertThat(strip.restPercent()).isEqualTo("20.000%");
        assertThat(strip.position(120)).isZero();
        assertThat(strip.position(40)).isEqualTo(100);
    }

    @Test
    void theLadderComparesEveryPolicyWithTheFirst() {
        ProofStrip strip = new ProofStrip(
                "", "Cost", "USD", "no battery", 100, 60, 50, List.of(new Notch("each site alone", 110)), false);

        assertThat(strip.ladder())
                .extracting(ProofStrip.Rung::name, ProofStrip.Rung::change)
                .containsExactly(
                        tuple("No battery", ""),
                        tuple("Each site alone", "+10.0\u00a0%"),
                        tuple("This run", "−40.0\u00a0%"));
    }

    private static ProofStrip strip(double baseline, double value, double bound) {
        return new ProofStrip("", "Cost", "USD", "no battery", baseline, value, bound, List.of(), false);
    }
}
