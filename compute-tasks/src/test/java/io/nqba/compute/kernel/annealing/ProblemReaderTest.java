package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemReaderTest {
    @Test
    void readsACutWithAndWithoutWeights() throws IOException {
        QuadraticProblem problem = ProblemReader.rudy(new StringReader("# a path\n3 2 \n1 2 5\n\n2 3\n"));

        assertThat(problem.value(new byte[] {0, 1, 0})).isEqualTo(6);
    }

    @Test
    void readsAQuboThatCountsPairsTwice() throws IOException {
        QuadraticProblem problem = ProblemReader.orLibrary(new StringReader("2 3\n1 1 3\n1 2 -4\n2 2 6\n"));

        assertThat(problem.value(new byte[] {1, 1})).isEqualTo(3 - 8 + 6);
        assertThat(problem.isExact()).isTrue();
    }

    @Test
    void decimalWeightsMakeTheProblemReal() throws IOException {
        QuadraticProblem problem = ProblemReader.rudy(new StringReader("2 1\n1 2 0.5\n"));

        assertThat(problem.isExact()).isFalse();
        assertThat(problem.value(new byte[] {1, 0})).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | Line 0 must give the number of variables      | Start with a line
            3 x                 | Line 1 gives the number of entries as (x)     | whole number
            -3 1                | Line 1 gives the number of variables as (-3)  | from 1 to n
            3 1;1 4 1           | Line 2 gives the variable as (4)              | from 1 to n
            3 1;1 0 1           | Line 2 gives the variable as (0)              | from 1 to n
            3 1;2 2 1           | Line 2 joins vertex 2 with itself             | Remove the loop
            3 2;1 2 1;2 1 1     | Line 3 repeats the pair 2 1                   | each pair once
            3 1;1 2 NaN         | Line 2 gives the weight as (NaN)              | finite
            3 1;1 2 much        | Line 2 gives the weight as (much)             | such as -3
            3 1;1 2 3 4         | Line 2 has 4 words                            | two variables and the weight
            3 2;1 2 1           | Line 2 ends the text after 1 entries          | cut off
            3 1;1 2 1;2 3 1     | Line 3 ends the text after 2 entries          | first line
            """)
    void badTextIsRefusedWithItsLineAndARemedy(String text, String problem, String remedy) {
        String lines = text.replace(';', '\n');

        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> ProblemReader.rudy(new StringReader(lines)))
                .withMessageContainingAll(problem, remedy)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PROBLEM));
    }
}
