package io.nqba.compute.optimisation.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.RandomProblems;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.testing.SeededTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemWriterTest {
    private static final Pattern EXAMPLE = Pattern.compile("```(?:json|text)\n(.*?)```", Pattern.DOTALL);

    @SeededTest
    void whatIsWrittenIsReadAgainBitForBit(long seed) throws IOException {
        int size = new SplittableRandom(seed).nextInt(0, 50);

        assertReadAgain(RandomProblems.integers(seed, size, 0.4, Sense.MAXIMISE, Domain.BITS));
        assertReadAgain(RandomProblems.integers(seed, size, 0.4, Sense.MINIMISE, Domain.SPINS));
        assertReadAgain(RandomProblems.reals(seed, size, 0.4, Sense.MINIMISE));
    }

    private static void assertReadAgain(QuadraticProblem problem) throws IOException {
        var out = new ByteArrayOutputStream();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < problem.size(); i++) {
            labels.add("\"v" + i + "\"");
        }

        ProblemWriter.coo(problem, labels, out);
        ProblemDocument read = WrittenProblems.read(WrittenProblems.gzip(out.toByteArray()));

        assertThat(read.problem()).usingRecursiveComparison().isEqualTo(problem);
        assertThat(read.labels()).isEqualTo(labels);
    }

    @Test
    void aDivisorIsDividedOut() throws IOException {
        QuadraticProblem bits = RandomProblems.integers(9, 20, 0.5, Sense.MAXIMISE, Domain.BITS);
        var out = new ByteArrayOutputStream();

        ProblemWriter.coo(bits.toSpins(), List.of(), out);

        QuadraticProblem read = WrittenProblems.read(out.toByteArray()).problem();
        for (int k = 0; k < 10; k++) {
            byte[] state = RandomProblems.bits(k, 20);
            assertThat(read.value(state)).isEqualTo(bits.value(state));
        }
    }

    @Test
    void theExamplesOfTheDocumentationAreRead() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "formats.md")));
        List<ProblemFormat> formats = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        while (example.find()) {
            ProblemDocument read = WrittenProblems.read(WrittenProblems.bytes(example.group(1)));
            formats.add(read.format());
            byte[] state = new byte[read.problem().size()];
            state[1] = 1;
            state[state.length - 1] = 1;
            values.add(read.problem().value(state));
        }

        assertThat(formats)
                .containsExactly(
                        ProblemFormat.COO_JSON,
                        ProblemFormat.DIMOD_JSON,
                        ProblemFormat.OR_LIBRARY,
                        ProblemFormat.RUDY,
                        ProblemFormat.QBSOLV);
        assertThat(values).containsExactly(4.0, 0.5 - 1 + 1.5, 7.0, 1.0, 2.5);
    }
}
