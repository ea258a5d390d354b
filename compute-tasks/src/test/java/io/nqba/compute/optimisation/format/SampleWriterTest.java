package io.nqba.compute.optimisation.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.RandomProblems;
import io.nqba.compute.kernel.annealing.Sense;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class SampleWriterTest {
    private static final byte[] ANSWER = {1, 0, 1};

    private static QuadraticProblem problem(Sense sense, Domain domain) {
        ProblemBuilder builder = domain == Domain.BITS ? ProblemBuilder.qubo(3, sense) : ProblemBuilder.ising(3, sense);
        return builder.addOffset(1L)
                .addLinear(0, 2L)
                .addCoupling(0, 2, 5L)
                .addCoupling(0, 1, 3L)
                .build();
    }

    @Test
    void bitsAreOneLine() throws IOException {
        var out = new ByteArrayOutputStream();

        new SampleWriter(problem(Sense.MAXIMISE, Domain.BITS), List.of()).bits(ANSWER, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("101\n");
    }

    @Test
    void jsonCarriesNamesOwnValuesAndTheObjective() throws IOException {
        var bits = new ByteArrayOutputStream();
        var spins = new ByteArrayOutputStream();

        new SampleWriter(problem(Sense.MAXIMISE, Domain.BITS), List.of()).json(ANSWER, bits);
        new SampleWriter(problem(Sense.MAXIMISE, Domain.SPINS), List.of("\"a\"", "7", "[\"q\",1]")).json(ANSWER, spins);

        assertThat(bits.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"variables\":[0,1,2],\"values\":[1,0,1],\"objective\":8}\n");
        assertThat(spins.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"variables\":[\"a\",7,[\"q\",1]],\"values\":[1,-1,1],\"objective\":5}\n");
    }

    @Test
    void anObjectiveIsWrittenToItsLastDigit() throws IOException {
        QuadraticProblem large = ProblemBuilder.qubo(1, Sense.MINIMISE)
                .addLinear(0, (1L << 57) + 1)
                .build();
        var whole = new ByteArrayOutputStream();
        var quarters = new ByteArrayOutputStream();

        new SampleWriter(large, List.of()).json(new byte[] {1}, whole);
        new SampleWriter(large.toSpins(), List.of()).json(new byte[] {1}, quarters);

        assertThat(whole.toString(StandardCharsets.UTF_8)).contains("\"objective\":144115188075855873}");
        assertThat(quarters.toString(StandardCharsets.UTF_8)).contains("\"objective\":144115188075855873}");
    }

    @Test
    void anEnergyOfDimodIsMinimised() throws IOException {
        var maximised = new ByteArrayOutputStream();
        var minimised = new ByteArrayOutputStream();
        List<byte[]> samples = List.of(ANSWER, new byte[] {1, 1, 1});

        new SampleWriter(problem(Sense.MAXIMISE, Domain.SPINS), List.of()).dimod(samples, maximised);
        new SampleWriter(problem(Sense.MINIMISE, Domain.BITS), List.of()).dimod(samples, minimised);

        assertThat(maximised.toString(StandardCharsets.UTF_8))
                .contains("\"energy\":{\"type\":\"array\",\"data\":[-5,-11],", "\"info\":{\"sense\":\"maximise\"}")
                .contains("\"data\":[[1,-1,1],[1,1,1]],\"data_type\":\"int8\",\"shape\":[2,3]", "\"SPIN\"");
        assertThat(minimised.toString(StandardCharsets.UTF_8))
                .contains(
                        "\"energy\":{\"type\":\"array\",\"data\":[8,11],", "\"BINARY\"", "\"data\":[[1,0,1],[1,1,1]]");
    }

    @Test
    void answersOfAnySizeAreJson() throws IOException {
        for (int size : new int[] {0, 1, 13, 4_098}) {
            QuadraticProblem problem = RandomProblems.integers(size, size, 0.001, Sense.MAXIMISE, Domain.BITS);
            var plain = new ByteArrayOutputStream();
            var dimod = new ByteArrayOutputStream();
            byte[] answer = RandomProblems.bits(7, size);

            new SampleWriter(problem, List.of()).json(answer, plain);
            new SampleWriter(problem, List.of()).dimod(List.of(answer, answer), dimod);

            assertThat(numbers(plain.toByteArray())).isEqualTo(2 * size + 1);
            assertThat(numbers(dimod.toByteArray())).isEqualTo(3 * size + 2 + 4 + 2 + 2);
        }
    }

    private static int numbers(byte[] json) {
        int numbers = 0;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                numbers += token.isNumeric() ? 1 : 0;
            }
        }
        return numbers;
    }

    @Test
    void anAnswerOfAnotherSizeIsRefused() {
        var writer = new SampleWriter(problem(Sense.MAXIMISE, Domain.BITS), List.of());

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> writer.bits(new byte[2], new ByteArrayOutputStream()))
                .withMessageContaining("(2 bits)");
    }
}
