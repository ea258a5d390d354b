package io.nqba.node.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunReportTest {
    @ParameterizedTest
    @CsvSource({
        "13359,13359",
        "-0.125,-0.125",
        "0.1,0.1",
        "123456789012345678,123456789012000000",
        "1e-20,0.00000000000000000001",
        "NaN,-",
        "Infinity,-"
    })
    void numbersAreWrittenInFull(double value, String text) {
        assertThat(RunReport.number(value)).isEqualTo(text);
    }
}
