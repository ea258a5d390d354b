package io.nqba.compute.optimisation.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.RandomProblems;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.compute.optimisation.format.WrittenProblems.Plain;
import io.nqba.testing.SeededTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemReaderTest {
    @SeededTest
    void everyFormatGivesTheValuesOfTheSumOfItsTerms(long seed) {
        var random = new SplittableRandom(seed);
        int size = random.nextInt(1, 40);
        boolean whole = random.nextBoolean();
        Plain cut = WrittenProblems.random(seed, size, Sense.MAXIMISE, Domain.BITS, whole, true);
        Plain bits = WrittenProblems.random(seed, size, Sense.MINIMISE, Domain.BITS, whole, false);
        Plain spins = WrittenProblems.random(seed, size, Sense.MINIMISE, Domain.SPINS, whole, true);

        assertSame(spins, WrittenProblems.coo(spins), ProblemFormat.COO_JSON);
        assertSame(cut, WrittenProblems.coo(cut), ProblemFormat.COO_JSON);
        assertSame(spins, WrittenProblems.dimod(spins, false), ProblemFormat.DIMOD_JSON);
        assertSame(bits, WrittenProblems.dimod(bits, true), ProblemFormat.DIMOD_JSON);
        assertSame(withoutOffset(bits), WrittenProblems.qbsolv(bits), ProblemFormat.QBSOLV);
        assertSame(doubledPairs(withoutOffset(cut)), WrittenProblems.orLibrary(cut), ProblemFormat.OR_LIBRARY);
        assertSame(asCut(cut), WrittenProblems.rudy(cut), ProblemFormat.RUDY);
    }

    private static void assertSame(Plain plain, String text, ProblemFormat format) {
        ProblemDocument document = WrittenProblems.read(WrittenProblems.bytes(text), Optional.of(format));
        QuadraticProblem problem = document.problem();
        for (int k = 0; k < 5; k++) {
            byte[] state = RandomProblems.bits(k, plain.size());
            assertThat(problem.value(state)).isCloseTo(plain.value(state), within(1e-9));
        }
        assertThat(problem.sense()).isEqualTo(plain.sense());
        assertThat(problem.domain()).isEqualTo(plain.domain());
        assertThat(document.labels()).isEmpty();
        assertThat(document.format()).isEqualTo(format);
        for (int i = 0; i < problem.size(); i++) {
            for (int k = problem.rowStart(i) + 1; k < problem.rowStart(i + 1); k++) {
                assertThat(problem.column(k)).isGreaterThan(problem.column(k - 1));
            }
        }
    }

    private static Plain withoutOffset(Plain plain) {
        return new Plain(plain.sense(), plain.domain(), plain.size(), 0, plain.linear(), plain.entries());
    }

    private static Plain doubledPairs(Plain plain) {
        return new Plain(
                plain.sense(),
                plain.domain(),
                plain.size(),
                plain.offset(),
                plain.linear(),
                plain.entries().stream()
                        .map(entry -> new WrittenProblems.Entry(entry.i(), entry.j(), 2 * entry.weight()))
                        .toList());
    }

    private static Plain asCut(Plain plain) {
        List<Double> linear = new ArrayList<>(Collections.nCopies(plain.size(), 0.0));
        plain.entries().forEach(entry -> {
            linear.set(entry.i(), linear.get(entry.i()) + entry.weight());
            linear.set(entry.j(), linear.get(entry.j()) + entry.weight());
        });
        return new Plain(
                plain.sense(),
                plain.domain(),
                plain.size(),
                0,
                linear,
                plain.entries().stream()
                        .map(entry -> new WrittenProblems.Entry(entry.i(), entry.j(), -2 * entry.weight()))
                        .toList());
    }

    @Test
    void formatsAreToldApart() {
        Plain plain = WrittenProblems.random(1, 12, Sense.MINIMISE, Domain.BITS, true, false);

        assertThat(WrittenProblems.read(WrittenProblems.bytes(WrittenProblems.coo(plain)))
                        .format())
                .isEqualTo(ProblemFormat.COO_JSON);
        assertThat(WrittenProblems.read(WrittenProblems.bytes(WrittenProblems.dimod(plain, false)))
                        .format())
                .isEqualTo(ProblemFormat.DIMOD_JSON);
        assertThat(WrittenProblems.read(WrittenProblems.bytes(WrittenProblems.qbsolv(plain)))
                        .format())
                .isEqualTo(ProblemFormat.QBSOLV);
        assertThat(WrittenProblems.read(WrittenProblems.bytes(WrittenProblems.rudy(plain)))
                        .format())
                .isEqualTo(ProblemFormat.RUDY);
        assertThat(WrittenProblems.read(WrittenProblems.bytes(WrittenProblems.orLibrary(plain)))
                        .format())
                .isEqualTo(ProblemFormat.OR_LIBRARY);
        assertThat(WrittenProblems.read(WrittenProblems.bytes("1\n2 1\n1 2 5\n"))
                        .format())
                .isEqualTo(ProblemFormat.OR_LIBRARY);
    }

    @Test
    void readsACutWithAndWithoutWeights() {
        QuadraticProblem problem = WrittenProblems.problem("# a path\n3 2 \r\n1 2 5\n\n2 3\n", ProblemFormat.RUDY);

        assertThat(problem.value(new byte[] {0, 1, 0})).isEqualTo(6);
    }

    @Test
    void aMarkOfTheByteOrderIsSkipped() {
        assertThat(WrittenProblems.read(WrittenProblems.bytes("\ufeff2 1\n1 2\n"))
                        .problem()
                        .couplings())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1.0, true", "25e1, true", "0.5, false", "1e20, false"})
    void onlyAFractionOrAHugeNumberMakesAProblemReal(String weight, boolean exact) {
        QuadraticProblem problem = WrittenProblems.problem("2 1\n1 2 " + weight, ProblemFormat.RUDY);

        assertThat(problem.isExact()).isEqualTo(exact);
        assertThat(problem.value(new byte[] {1, 0})).isEqualTo(Double.parseDouble(weight));
    }

    @Test
    void largeIntegersStayExactToTheLastDigit() {
        QuadraticProblem problem =
                WrittenProblems.problem("2 2\n1 1 288230376151711743\n1 2 3\n", ProblemFormat.OR_LIBRARY);

        assertThat(problem.exactValue(new byte[] {1, 1})).isEqualTo(288230376151711749L);
    }

    @Test
    void integersBeforeTheFirstRealNumberAreKept() {
        QuadraticProblem problem =
                WrittenProblems.problem("4 4\n1 2 7\n3 4 3000000000\n2 3 0.5\n1 4 -2\n", ProblemFormat.RUDY);

        assertThat(problem.value(new byte[] {0, 1, 0, 0})).isEqualTo(7.5);
        assertThat(problem.value(new byte[] {0, 0, 0, 1})).isEqualTo(3e9 - 2);
    }

    @Test
    void zerosVanishAndEmptyProblemsAreProblems() {
        QuadraticProblem problem = WrittenProblems.problem("3 2\n1 2 0\n2 3 1\n", ProblemFormat.RUDY);

        assertThat(problem.couplings()).isEqualTo(1);
        assertThat(WrittenProblems.problem("0 0\n", ProblemFormat.RUDY).size()).isZero();
        assertThat(WrittenProblems.problem("p qubo 0 5 0 0", ProblemFormat.QBSOLV)
                        .size())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aProblemOfACollectionIsChosenByItsNumber(int number) throws IOException {
        byte[] text = WrittenProblems.bytes("3\n2 1\n1 1 10\n2 2\n1 1 20\n1 2 1\n1 1\n1 1 30\n");

        QuadraticProblem problem = ProblemReader.read(
                        new ByteArrayInputStream(text), Optional.empty(), ReadLimits.defaults(), OptionalInt.of(number))
                .problem();

        assertThat(problem.exactLinear(0)).isEqualTo(10L * number);
    }

    @Test
    void labelsAreKeptAsTheyWereWritten() {
        String text = """
                {"type": "BinaryQuadraticModel", "version": {"dimod": "0.9", "bqm_schema": "3.0.0"},
                 "variable_labels": [0, "a\\"b", ["q", 3], 2.5, "\u00e9"], "variable_type": "SPIN", "offset": 1.0,
                 "info": {"deep": [[{"x": 1}]]}, "linear_biases": [1.0, 0, 0, 0, -1],
                 "quadratic_biases": [2.0], "quadratic_head": [4], "quadratic_tail": [1]}""";

        ProblemDocument document = WrittenProblems.read(WrittenProblems.bytes(text));

        assertThat(document.labels()).containsExactly("0", "\"a\\\"b\"", "[\"q\",3]", "2.5", "\"\u00e9\"");
        assertThat(document.problem().exactValue(new byte[] {1, 1, 1, 1, 1})).isEqualTo(1 + 1 - 1 + 2);
    }

    @Test
    void fieldsOfOurJsonComeInAnyOrder() {
        String text = """
                {"couplings": [[2, 0, 1.5]], "labels": ["x", "y", "z"], "linear": {"1": -2}, "size": 3,
                 "domain": "bits", "sense": "maximise"}""";

        ProblemDocument document = WrittenProblems.read(WrittenProblems.bytes(text));

        assertThat(document.problem().value(new byte[] {1, 1, 1})).isEqualTo(-0.5);
        assertThat(document.labels()).containsExactly("\"x\"", "\"y\"", "\"z\"");
    }

    @Test
    void gzipIsRecognisedAlsoInSeveralMembers() throws IOException {
        byte[] first = WrittenProblems.gzip(WrittenProblems.bytes("2 1\n1"));
        byte[] second = WrittenProblems.gzip(WrittenProblems.bytes(" 2 7\n"));
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(WrittenProblems.read(both).problem().value(new byte[] {1, 0}))
                .isEqualTo(7);
    }
}
