package io.nqba.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.nqba.console.page.ProofStrip.Notch;
import io.nqba.model.optimisation.ObjectiveSense;
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
        assertThat(strip(905.26, 700, Double.NaN).sentence()).endsWith("nothing proven.");
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
                "",
                "Cost",
                ObjectiveSense.MINIMISE,
                "USD",
                "no battery",
                100,
                60,
                50,
                List.of(new Notch("each site alone", 110)),
                false);

        assertThat(strip.ladder())
                .extracting(ProofStrip.Rung::name, ProofStrip.Rung::change)
                .containsExactly(
                        tuple("No battery", ""),
                        tuple("Each site alone", "+10.0\u00a0%"),
                        tuple("This run", "−40.0\u00a0%"));
    }

    @Test
    void aCutRisesFromBaselineToBound() {
        ProofStrip strip = cut(13_000, 13_359, 13_400);

        assertThat(strip.sentence())
                .isEqualTo("Value 13,359, 2.8\u00a0% above greedy, at most 0.31\u00a0% below the best possible.");
        assertThat(strip.filled()).isCloseTo(100 * 359 / 400.0, within(1e-9));
        assertThat(strip.position(12_000)).isZero();
        assertThat(strip.position(14_000)).isEqualTo(100);
        assertThat(strip.openShare()).isCloseTo(41 / 13_400.0, within(1e-12));
    }

    @Test
    void aCutOnItsBoundIsTheBestPossible() {
        assertThat(cut(13_000, 13_359, 13_359).sentence()).endsWith("proven to be the best possible.");
        assertThat(cut(13_000, 12_900, 13_359).sentence()).contains("0.8\u00a0% below greedy");
    }

    /** Energies of plain problems are negative as a rule, and a share of them is what people compare. */
    @Test
    void negativeEnergiesAreComparedInPerCent() {
        ProofStrip strip = new ProofStrip(
                "",
                "Value",
                ObjectiveSense.MINIMISE,
                "",
                "greedy",
                -1_000_000,
                -1_515_944,
                -1_600_000,
                List.of(),
                false);

        assertThat(strip.sentence())
                .isEqualTo("Value −1,515,944, 51.6\u00a0% below greedy, at most 5.26\u00a0% above the best possible.");
    }

    @Test
    void nobodyReadsThousandsOfPerCentOfNextToNothing() {
        assertThat(cut(0.01, 1.2, 1.21).sentence()).startsWith("Value 1.2000, 1.1900 above greedy");
        assertThat(cut(0.2, 1.2, 1.21).sentence()).startsWith("Value 1.2000, 500.0\u00a0% above greedy");
    }

    @Test
    void withoutABoundTheAnswerStandsInTheMiddle() {
        assertThat(cut(13_000, 13_359, Double.NaN).filled()).isEqualTo(50);
        assertThat(strip(905.26, 599.2, Double.NaN).filled()).isCloseTo(33.8, within(0.1));
    }

    private static ProofStrip cut(double baseline, double value, double bound) {
        return new ProofStrip(
                "", "Value", ObjectiveSense.MAXIMISE, "", "greedy", baseline, value, bound, List.of(), false);
    }

    private static ProofStrip strip(double baseline, double value, double bound) {
        return new ProofStrip(
                "", "Cost", ObjectiveSense.MINIMISE, "USD", "no battery", baseline, value, bound, List.of(), false);
    }
}
