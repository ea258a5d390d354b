package io.nqba.node.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunState;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RunLineTest {
    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    @Test
    void aFileGetsALineForEachBetterAnswerOnly() {
        RunLine line = new RunLine(out, false, 10_000);

        line.show(step(0, 0, Double.NaN, Double.NaN, Double.NaN));
        line.show(step(1, 500, 13_300, 14_000, 700.0 / 13_300));
        line.show(step(2, 1_000, 13_300, 14_000, 700.0 / 13_300));
        line.show(step(3, 1_500, 13_359, 14_000, 641.0 / 13_359));
        line.end();

        assertThat(written.toString().lines())
                .containsExactly(
                        "     0.5 s  best 13300  bound 14000  gap 5.26 %",
                        "     1.5 s  best 13359  bound 14000  gap 4.80 %");
    }

    @Test
    void aTerminalSeesHowMuchOfTheTimeIsOver() {
        RunLine line = new RunLine(out, true, 10_000);

        line.show(step(7, 5_000, 12.5, 13, 0.04));

        assertThat(written.toString())
                .startsWith("\r[############............] best 12.5  bound 13  gap 4.00 %  round 7  nodes 3")
                .doesNotContain("\n");
    }

    @Test
    void withoutALimitItSaysTheTime() {
        RunLine line = new RunLine(out, true, 0);

        line.show(step(7, 5_000, 12.5, 13, 0.04));

        assertThat(written.toString()).startsWith("\r5.0 s best 12.5");
    }

    private static RunProgress step(int round, long millis, double value, double bound, double gap) {
        return new RunProgress(RunState.RUNNING, round, value, bound, gap, millis, 3, 2_500, "");
    }
}
