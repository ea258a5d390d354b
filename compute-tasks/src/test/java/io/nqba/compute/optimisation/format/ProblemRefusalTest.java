package io.nqba.compute.optimisation.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemRefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # only            | The text must give the number of vertices           | Start with
            3 x               | Line 1 gives the number of entries as (x)           | Start with
            3                 | Line 1 lacks the number of entries                  | Start with
            -3 1              | Line 1 gives the number of variables as (-3)        | Start with
            99999999 1        | (99999999), which must lie between 0 and 10000000   | Start with
            3 1 1             | Line 1 has more words than it should (1)            | Start with
            3 1;1 4 1         | Line 2 gives the variable as (4)                    | 3 variables from 1 to n
            3 1;1 0 1         | Line 2 gives the variable as (0)                    | from 1 to n
            3 1;1             | Line 2 lacks the variable                           | two variables
            3 1;2 2 1         | Line 2 joins vertex 2 with itself                   | OR_LIBRARY
            3 2;1 2 1;1 2 4   | Line 3 repeats the pair 1 2 of line 2 (4 after 1)   | each pair once
            3 2;1 2 1;2 1 1   | Line 3 gives the pair 2 1, which line 2 gives the other way round (1 after 1) | upper triangle
            3 2;1 2 1;2 1 2   | Line 3 gives the pair 2 1, which line 2 gives the other way round (2 after 1) | decide on one
            3 1;1 2 NaN       | Line 2 gives the weight as (NaN), which is not finite | finite
            3 1;1 2 -inf      | Line 2 gives the weight as (-inf), which is not finite | finite
            3 1;1 2 1e999     | Line 2 gives the weight as (1e999), which is larger | factor
            3 1;1 2 much      | Line 2 gives the weight as (much), which is not a number | such as -3
            3 1;1 2 0x1p3     | (0x1p3), which is not a number                      | such as -3
            3 1;1 2 1d        | (1d), which is not a number                         | such as -3
            3 1;1 2 999999999999999999999 | is too large for exact sums              | common factor
            3 1;1 2 576460752303423489 | 2^59 = 576460752303423488                  | common factor
            3 2;1 2 288230376151711744;2 3 9 | Line 2 brings the sum of all absolute coefficients above 5.765e+17 | real number
            3 1;1 2 3 4       | Line 2 has more words than it should (4)            | two vertices
            3 2;1 2 1         | Line 2 ends the text after 1 entries                | cut off
            3 1;1 2 1;2 3 1   | Line 3 goes on after the 1 entries                  | first line
            """)
    void aGraphIsRefusedWithItsLineAndARemedy(String text, String problem, String remedy) {
        assertRefused(text.replace(';', '\n'), ProblemFormat.RUDY, problem, remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 2;1 1 3;1 1 4         | Line 3 repeats the entry 1 1 of line 2            | once
            2 2;1 2 3;2 1 4         | Line 3 gives the pair 2 1, which line 2 gives the other way round (4 after 3) | decide
            2 1;1 2                 | Line 2 lacks the weight                           | two variables
            2;1 1;1 1 1;1 0         | Line 1 starts a collection of 2 problems          | by its number, from 1 to 2
            -1                      | (-1), which must lie between 0                    | such as 50 125
            0                       | text of 0 problems, and number 1                  | from 1 to 0
            1;1 1;1 1 1;7           | Line 4 goes on after the 1 problems               | Remove
            1;1 2;1 1 1             | Line 3 ends the text after 1 entries              | cut off
            1                       | Line 1 ends the text after 0 of 1 problems        | cut off
            """)
    void aQuboOfOrLibraryIsRefusedWithItsLineAndARemedy(String text, String problem, String remedy) {
        assertRefused(text.replace(';', '\n'), ProblemFormat.OR_LIBRARY, problem, remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c only                           | must have a line that starts with p             | p qubo 0 4 4 6
            q qubo 0 1 1 0                   | Line 1 has (q) in place of p                    | p qubo 0 4 4 6
            p cnf 0 1 1 0                    | Line 1 has (cnf) in place of qubo               | p qubo 0 4 4 6
            p qubo 0 2 3 0                   | number of nodes as (3), which must lie between 0 and 2 | p qubo
            p qubo 0 2 1 1;0 0 1;1 0 1       | Line 3 gives the coupler 1 0 with the higher    | lower node first
            p qubo 0 2 1 1;0 0 1;0 2 1       | Line 3 gives the variable as (2)                | from 0 to n - 1
            p qubo 0 2 1 1;0 0 1;1 1 1       | Line 3 goes beyond the 1 nodes                  | line p
            p qubo 0 2 1 1;0 0 1             | Line 2 ends the text after 1 nodes and 0 couplers | cut off
            p qubo 0 2 2 1;0 0 1;c;0 0 2     | Line 4 repeats the entry 0 0 of line 2          | once
            p qubo 0 2 0 2;0 1 1;;0 1 2      | Line 4 repeats the pair 0 1 of line 2 (2 after 1) | once
            """)
    void aQuboOfQbsolvIsRefusedWithItsLineAndARemedy(String text, String problem, String remedy) {
        assertRefused(text.replace(';', '\n'), ProblemFormat.QBSOLV, problem, remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1]                                     | The document must be an object                 | fields
            {"sense":"minimise"}                    | lacks the field domain                         | at least
            {"sense":"down"}                        | /sense gives the sense as (down)               | maximise or minimise
            {"domain":7}                            | /domain gives the domain as (7)                | bits or spins
            {"size":1.5}                            | /size gives the size as (1.5)                  | number of variables
            {"size":-1}                             | /size gives the size as (-1), which must lie   | number of variables
            {"size":99999999999999999999}           | which must lie between 0 and 10000000          | number of variables
            {"size":2,"size":3}                     | /size stands twice                             | once
            {"sise":2}                              | /sise is no field                              | sense, domain
            {"offset":NaN}                          | /offset gives (NaN), which is not finite       | finite
            {"offset":-INF}                         | /offset gives (-INF), which is not finite      | finite
            {"offset":"1"}                          | /offset gives (1), which is not a number       | such as -3
            {"linear":[1,null]}                     | /linear/1 gives (null), which is not a number  | such as -3
            {"linear":[1e999]}                      | /linear/0 gives (1e999), which is larger       | factor
            {"linear":[99999999999999999999]}       | is too large for exact sums                    | 1e20
            {"linear":{"x":1}}                      | /linear/x names no variable                    | 0 to size - 1
            {"linear":{"1":1,"1":2}}                | /linear/1 gives the coefficient of variable 1 twice | once
            {"linear":3}                            | /linear must be a list or an object            | list of all
            {"size":1,"linear":[1,2]}               | /linear/1 gives the variable as (1), which must lie between 0 and 0 | 0 to size
            {"sense":"minimise","domain":"bits","size":3,"linear":[1,2]} | /linear has 2 coefficients for a size of 3 | all
            {"couplings":[1]}                       | /couplings/0 must be a list of three           | [i, j, weight]
            {"couplings":[[0,1]]}                   | gives nothing, which is not a number           | such as -3
            {"couplings":[[0,1,2,3]]}               | /couplings/0/3 must be the end of the list     | [i, j, weight]
            {"size":2,"couplings":[[0,2,1]]}        | /couplings/0/1 gives the variable as (2)       | 0 to size - 1
            {"size":2,"couplings":[[0,-1,1]]}       | /couplings/0/1 gives the variable as (-1)      | 0 to size - 1
            {"couplings":[[1,1,1]]}                 | joins variable 1 with itself                   | linear
            {"sense":"minimise","domain":"bits","couplings":[[0,5,1]],"size":2} | /couplings/0 gives the variable as (5) | size
            {"sense":"minimise","domain":"bits","size":2,"couplings":[[0,1,1],[1,0,2]]} | /couplings/1 gives the pair 1 0, which /couplings/0 gives | once
            {"sense":"minimise","domain":"bits","size":2,"labels":["a"]} | /labels has 1 labels for a size of 2  | each variable
            {"labels":["a","a"]}                    | /labels/1 repeats the label "a" of variable 0  | of its own
            {"labels":[true]}                       | /labels/0 gives the label as (true)            | a text
            {"size":2                               | ends the document too early                    | cut off
            {"size":2,}                             | Line 1, column 11 is not JSON                  | JSON tool
            {"sense":"minimise","domain":"bits","size":0} x | is not JSON                            | JSON tool
            {"sense":"minimise","domain":"bits","size":0} {} | follows the end of the document       | one JSON object
            """)
    void ourJsonIsRefusedWithItsPlaceAndARemedy(String text, String problem, String remedy) {
        assertRefused(text, ProblemFormat.COO_JSON, problem, remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"DiscreteQuadraticModel"}                     | /type gives the type as                     | BinaryQuadraticModel
            {"version":{"bqm_schema":"1.0.0"}}                    | /version/bqm_schema gives the schema as (1.0.0) | 0.8 or newer
            {"variable_type":"INTEGER"}                           | /variable_type gives the type as (INTEGER)  | BINARY or SPIN
            {"offset":1}                                          | lacks the field variable_type               | json.dumps
            {"variable_type":"SPIN","linear_biases":[1],"num_variables":2} | /num_variables says or has 2 where /linear_biases has 1 | changed
            {"variable_type":"SPIN","quadratic_biases":[1],"quadratic_head":[]} | /quadratic_head says or has 0 where  | changed
            {"variable_type":"SPIN","linear_biases":[1],"variable_labels":[]} | /variable_labels says or has 0 | changed
            {"variable_type":"SPIN","linear_biases":[1,1],"quadratic_biases":[1],"quadratic_head":[2],"quadratic_tail":[0]} | /quadratic_head/0 gives the variable as (2) | positions
            {"variable_type":"SPIN","linear_biases":[1,1],"quadratic_biases":[1],"quadratic_head":[1],"quadratic_tail":[1]} | /quadratic_tail/0 joins variable 1 with itself | offset
            {"variable_type":"SPIN","linear_biases":[1,1],"quadratic_biases":[1,2],"quadratic_head":[1,0],"quadratic_tail":[0,1]} | /quadratic_biases/1 gives the pair 0 1, which /quadratic_biases/0 | once
            {"linear_biases":"AAAA"}                              | /linear_biases holds bytes whose type is not known | bias_type
            {"bias_type":"float16","linear_biases":"AAAA"}        | elements of the type (float16)              | float32 or float64
            {"bias_type":"float64","linear_biases":"AAAA"}        | ends within an element of 8 bytes           | cut off
            {"bias_type":"float64","linear_biases":"AAAAAAAA+H8="} | gives (NaN), which is not finite           | finite
            {"index_type":"int32","quadratic_head":"/////w=="}    | gives the variable as (-1)                  | positions
            {"bias_type":"float64","linear_biases":"A*"}          | is not JSON                                 | JSON tool
            """)
    void aModelOfDimodIsRefusedWithItsPlaceAndARemedy(String text, String problem, String remedy) {
        assertRefused(text, ProblemFormat.DIMOD_JSON, problem, remedy);
    }

    @Test
    void whatIsNoDocumentAtAllIsRefused() {
        assertRefused(new byte[0], "The document is empty", "examples");
        assertRefused(new byte[] {'P', 'K', 3, 4}, "starts with the bytes (50 4b 03 04)", "compressed once");
        assertRefused(WrittenProblems.bytes(" ".repeat(100_000)), "starts with 65536 blanks", "Start with");
        assertRefused(
                WrittenProblems.gzip(WrittenProblems.gzip(WrittenProblems.bytes("2 1"))),
                "starts with the bytes (1f 8b",
                "compressed once");
        assertRefused(WrittenProblems.bytes("2 1\n1 \0 1\n"), "Line 2 holds a byte that is no text (0x00)", "ASCII");
        assertRefused(WrittenProblems.bytes("2 1\n1 \u00e9"), "Line 2 holds a byte that is no text (0xc3)", "ASCII");
    }

    @Test
    void damagedGzipIsNamed() {
        byte[] packed = WrittenProblems.gzip(WrittenProblems.bytes("2 1\n1 2 " + "7".repeat(9) + "\n"));
        byte[] wrongSum = packed.clone();
        wrongSum[packed.length - 6] ^= 1;
        byte[] wrongHeader = packed.clone();
        wrongHeader[3] = (byte) 0xe0;
        byte[] trailing = Arrays.copyOf(packed, packed.length + 1);

        for (int length = 3; length < packed.length; length++) {
            assertRefused(Arrays.copyOf(packed, length), "The gzip data end after " + length + " bytes", "cut off");
        }
        assertRefused(wrongSum, "do not match their checksum", "Compress the document again");
        assertRefused(wrongHeader, "carry unknown flags", "Compress");
        assertRefused(trailing, "followed by something else at byte " + packed.length, "nothing behind it");
    }

    @Test
    void aSmallFileCannotUnfoldWithoutEnd() {
        byte[] bomb = WrittenProblems.gzip(WrittenProblems.bytes("2 1\n" + "\n".repeat(2_000_000)));
        var limits = new ReadLimits(1_000_000, 10, 10);

        assertThat(bomb.length).isLessThan(10_000);
        assertRefused(
                () -> ProblemReader.read(new ByteArrayInputStream(bomb), Optional.empty(), limits),
                "more than 1000000 bytes after decompression",
                "raise the limit");
    }

    @Test
    void limitsHoldForEveryFormat() {
        var limits = new ReadLimits(1_000_000, 3, 1);
        for (String text : new String[] {
            "4 1\n1 2 1\n",
            "3 2\n1 2 1\n2 3 1\n",
            "3 5\n1 1 1\n",
            "1\n4 1\n1 1 1\n",
            "p qubo 0 4 0 0",
            "p qubo 0 3 0 2",
            "{\"size\": 4}",
            "{\"sense\": \"minimise\", \"couplings\": [[0,1,1],[1,2,1]]}",
            "{\"sense\": \"minimise\", \"couplings\": [[0,3,1]]}",
            "{\"sense\": \"minimise\", \"linear\": [1,1,1,1]}",
            "{\"sense\": \"minimise\", \"labels\": [0,1,2,3]}",
            "{\"type\": \"BinaryQuadraticModel\", \"linear_biases\": [1,1,1,1]}",
            "{\"type\": \"BinaryQuadraticModel\", \"quadratic_biases\": [1,1]}",
            "{\"type\": \"BinaryQuadraticModel\", \"quadratic_head\": [1,1]}",
            "{\"type\": \"BinaryQuadraticModel\", \"quadratic_tail\": [3]}",
        }) {
            assertThatExceptionOfType(NqbaException.class)
                    .as(text)
                    .isThrownBy(() -> ProblemReader.read(
                            new ByteArrayInputStream(WrittenProblems.bytes(text)), Optional.empty(), limits))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PROBLEM));
        }
    }

    @Test
    void endlessLinesAndNestsTakeNoMemory() {
        assertRefused(
                WrittenProblems.bytes("2 1\n1 2 " + "1".repeat(10_000_000)),
                "Line 2 holds a word of more than 128 characters",
                "Separate");
        assertRefused(
                WrittenProblems.bytes("2 1\n1 2" + " 1".repeat(5_000_000)), "Line 2 has more words", "two vertices");
        assertRefused(WrittenProblems.bytes("{\"linear\":" + "[".repeat(1_000_000)), "/linear/0 gives", "such as -3");
        assertRefused(WrittenProblems.bytes("{\"type\":" + "[".repeat(1_000_000)), "/type gives", "BinaryQuadratic");
        assertRefused(
                WrittenProblems.bytes("{\"type\":\"BinaryQuadraticModel\",\"info\":" + "[".repeat(1_000_000)),
                "nests deeper than 32 levels",
                "docs/formats.md");
        assertRefused(
                WrittenProblems.bytes("{\"sense\":\"" + "x".repeat(10_000_000)),
                "or has a number or text",
                "formats.md");
        assertRefused(
                WrittenProblems.bytes("{\"offset\":" + "1".repeat(10_000_000)),
                "or has a number or text",
                "formats.md");
    }

    @Test
    void aFailingStreamIsNotTheDocumentsFault() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ProblemReader.read(broken, Optional.empty(), ReadLimits.defaults()));
    }

    @Test
    void aNumberIsAskedForOnlyWhereThereAreSeveral() {
        assertRefused(
                () -> ProblemReader.read(
                        new ByteArrayInputStream(WrittenProblems.bytes("1 1\n1 1 1\n")),
                        Optional.of(ProblemFormat.OR_LIBRARY),
                        ReadLimits.defaults(),
                        OptionalInt.of(2)),
                "number 2 is asked for",
                "from 1 to 1");
    }

    private static void assertRefused(String text, ProblemFormat format, String problem, String remedy) {
        assertRefused(() -> WrittenProblems.read(WrittenProblems.bytes(text), Optional.of(format)), problem, remedy);
    }

    private static void assertRefused(byte[] document, String problem, String remedy) {
        assertRefused(() -> WrittenProblems.read(document), problem, remedy);
    }

    private static void assertRefused(ThrowingCallable reading, String problem, String remedy) {
        assertThatExceptionOfType(NqbaException.class).isThrownBy(reading).satisfies(e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PROBLEM);
            assertThat(e.problem()).contains(problem);
            assertThat(e.remedy()).contains(remedy);
        });
    }
}
