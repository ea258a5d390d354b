package io.nqba.node.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter text = new StringWriter();
    private long now;

    @Test
    void aTerminalSeesABarThatRedrawsItself() {
        ProgressLine progress = new ProgressLine(new PrintWriter(text), true, () -> now);
        progress.begin("Loading x.csv", 200);

        pass(Duration.ofSeconds(1));
        progress.advance(50);
        progress.advance(50);
        progress.end("done");

        assertThat(text.toString())
                .contains("\rLoading x.csv [#######.....................]  25 % 1 s")
                .doesNotContain(" 50 %")
                .endsWith("Loading x.csv: done" + System.lineSeparator());
    }

    @Test
    void aFileSeesAPlainLineEveryFiveSeconds() {
        ProgressLine progress = new ProgressLine(new PrintWriter(text), false, () -> now);
        progress.begin("Loading", 0);

        for (int second = 0; second < 11; second++) {
            pass(Duration.ofSeconds(1));
            progress.advance(1_000);
        }
        progress.end("done");

        assertThat(text.toString().lines())
                .containsExactly("Loading 5,000 5 s", "Loading 10,000 10 s", "Loading: done");
        assertThat(text.toString()).doesNotContain("\r[");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
