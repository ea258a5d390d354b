package io.nqba.console.page.annealing;

import static io.nqba.console.page.annealing.Samples.round;
import static io.nqba.console.page.annealing.Samples.run;
import static io.nqba.console.page.annealing.Samples.solution;
import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.page.annealing.Comparison.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Trace FAST = new Trace(
            run("a", "p-1", 80.0), List.of(round(1, 80, false, "n"), round(2, 80, false, "n")), solution("0110"));
    private static final Trace GOOD = new Trace(
            run("b", "p-1", 90.0), List.of(round(1, 70, false, "n"), round(3, 90, true, "n")), solution("1000"));

    @Test
    void theDifferenceIsSaidInWords() {
        assertThat(new Comparison(FAST, GOOD).words())
                .containsExactly(
                        "Run B found the better answer, by 10 (11.2\u00a0%).",
                        "Run A had 80 after 1.0\u00a0s, run B after 3.0\u00a0s.",
                        "The answers differ in 3 of 4 variables (75.0\u00a0%). With one of them mirrored it would be 1.");
    }

    @Test
    void runsOfDifferentProblemsAreNotMeasuredAgainstEachOther() {
        Trace other = new Trace(run("c", "p-2", 1e6), List.of(), null);

        assertThat(new Comparison(FAST, other).words())
                .containsExactly("The runs answer different problems: their values say nothing about each other.");
    }

    @Test
    void theSameAnswerIsTheSameBitByBit() {
        assertThat(new Comparison(FAST, FAST).words())
                .containsExactly(
                        "Both found 80.", "Both had 80 after 1.0\u00a0s.", "The answers are the same, bit by bit.");
    }

    @Test
    void aMirroredAnswerIsRecognised() {
        Trace mirror = new Trace(FAST.run(), FAST.rounds(), solution("1001"));

        assertThat(new Comparison(FAST, mirror).words().get(2)).endsWith("They are mirrors of each other.");
    }

    @Test
    void aRunWithoutAnswerIsToldAsSuch() {
        Trace none = new Trace(run("d", "p-1", null), List.of(), null);

        assertThat(new Comparison(FAST, none).words()).containsExactly("One of them has no answer yet.");
    }

    @Test
    void curvesBeginTogetherAndEndWithTheirRuns() {
        var chart = new Comparison(FAST, GOOD).chart();

        assertThat(chart.x()).containsExactly(0, 1, 2, 3);
        assertThat(chart.series().get(0).values()).containsExactly(Double.NaN, 80, 80, Double.NaN);
        assertThat(chart.series().get(1).values()).containsExactly(Double.NaN, 70, 70, 90);
    }

    @Test
    void figuresStandSideBySide() {
        List<Line> lines = new Comparison(FAST, GOOD).lines();

        assertThat(lines)
                .contains(
                        new Line("Value", "80", "90"),
                        new Line("Gap, at most", "20\u00a0%", "10\u00a0%"),
                        new Line("Time to its best", "1.0\u00a0s", "3.0\u00a0s"),
                        new Line("Proposals a second", "1.0\u00a0M/s", "1.0\u00a0M/s"),
                        new Line("Rounds", "2", "2"));
    }
}
