package io.nqba.node.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.node.testing.GridFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NqbaCommandIT {
    /** Vertices of a ring with one chord: the largest cut is the whole ring, without the chord. */
    private static final int RING = 60;

    private static GridFixture grid;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(2);
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Test
    void solvesAFileAndWritesItsAnswer() throws IOException {
        Path answer = directory.resolve("answer.txt");

        int code = nqba("solve", graph().toString(), "--sweeps", "200", "--out", answer.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("ring.txt: 60 variables, 61 couplings, maximise")
                .contains("value     60  (more is better)")
                .contains("bound     60  (proven; gap 0.00 %)");
        assertThat(cut(Files.readString(answer).strip())).isEqualTo(60);
    }

    @Test
    void aSubmittedRunCanBeWatchedListedAndAskedForItsAnswer() throws IOException {
        assertThat(nqba("submit", graph().toString(), "--sweeps", "200", "--name", "my ring"))
                .isZero();
        String runId = out.toString().strip();
        assertThat(runId).hasSize(36);

        assertThat(nqba("watch", runId)).isZero();
        assertThat(nqba("runs", "--limit", "5")).isZero();
        assertThat(nqba("solution", runId)).isZero();

        assertThat(out.toString()).contains("state     SUCCEEDED").contains("my ring");
        assertThat(out.toString().lines().anyMatch(line -> line.matches("[01]{60}") && cut(line) == 60))
                .isTrue();
    }

    @Test
    void aRunWithoutEndIsCancelledAndKeepsItsBestAnswer() throws IOException {
        // No cheap bound meets the best value of a dense random graph, so only the time or a cancel ends the run.
        assertThat(nqba("submit", clique().toString(), "--time", "1h")).isZero();
        String runId = out.toString().strip();

        assertThat(nqba("cancel", runId)).isZero();
        assertThat(nqba("watch", runId)).isZero();

        assertThat(out.toString()).contains("state     CANCELLED");
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheLineAndTheRemedy() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.txt"), "3 2\n1 2 1\n2 9 1\n");

        int code = nqba("solve", broken.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("NQBA-OPT-002: ")
                .contains("3")
                .contains("9")
                .contains("Fix: ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wrongArgumentsAreNamed() throws IOException {
        assertThat(nqba("solve", graph().toString(), "--time", "30 days")).isEqualTo(2);
        assertThat(err.toString()).contains("--time").contains("30 days");

        assertThat(nqba("solve", graph().toString(), "--priority", "12")).isEqualTo(1);
        assertThat(err.toString()).contains("priority").contains("12");

        assertThat(nqba("solve", directory.resolve("absent.txt").toString())).isEqualTo(4);
        assertThat(err.toString()).contains("absent.txt");

        assertThat(nqba("watch", "no-such-run")).isEqualTo(1);
        assertThat(err.toString()).contains("no-such-run");
    }

    @Test
    void aGridThatIsNotThereIsSaid() {
        int code = NqbaCommand.run(
                new PrintWriter(out, true), new PrintWriter(err, true), "runs", "--connect", "127.0.0.1:1");

        assertThat(code).isEqualTo(7);
        assertThat(err.toString()).contains("No grid answers at (127.0.0.1:1)");
    }

    @Test
    void withoutAGridItStartsNodesOfItsOwnThatGiveTheSameAnswer() throws IOException {
        String one = directory.resolve("one.txt").toString();
        String three = directory.resolve("three.txt").toString();
        PrintWriter to = new PrintWriter(out, true);
        PrintWriter errors = new PrintWriter(err, true);
        String file = clique().toString();

        int alone = NqbaCommand.run(to, errors, "solve", file, "--sweeps", "300", "--out", one);
        int together = NqbaCommand.run(to, errors, "solve", file, "--sweeps", "300", "--nodes", "3", "--out", three);

        assertThat(err.toString()).isEmpty();
        assertThat(alone + together).isZero();
        assertThat(Files.readString(Path.of(three))).isEqualTo(Files.readString(Path.of(one)));
    }

    private int nqba(String command, String... rest) {
        String[] all = IntStream.range(0, rest.length + 3)
                .mapToObj(k -> k == 0 ? command : k == 1 ? "--connect" : k == 2 ? grid.clientAddress() : rest[k - 3])
                .toArray(String[]::new);
        return NqbaCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    private Path graph() throws IOException {
        StringBuilder text = new StringBuilder("60 61\n");
        for (int i = 1; i <= RING; i++) {
            text.append(i).append(' ').append(i % RING + 1).append(" 1\n");
        }
        // Joins two vertices of one side: an odd cycle that no cut can serve without giving up the chord.
        return Files.writeString(directory.resolve("ring.txt"), text.append("1 3 1\n"));
    }

    private Path clique() throws IOException {
        int size = 80;
        StringBuilder text = new StringBuilder(size + " " + size * (size - 1) / 2 + "\n");
        for (int i = 1; i <= size; i++) {
            for (int j = i + 1; j <= size; j++) {
                text.append(i)
                        .append(' ')
                        .append(j)
                        .append(' ')
                        .append((i * 37 + j * 101) % 19 - 9)
                        .append('\n');
            }
        }
        return Files.writeString(directory.resolve("clique.txt"), text);
    }

    private static int cut(String bits) {
        int cut = bits.charAt(0) == bits.charAt(2) ? 0 : 1;
        for (int i = 0; i < RING; i++) {
            cut += bits.charAt(i) == bits.charAt((i + 1) % RING) ? 0 : 1;
        }
        return cut;
    }
}
