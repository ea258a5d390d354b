package io.nqba.console.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
    private final CsvTable<Object> table = new CsvTable<>().column("value", value -> value);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain | plain",
                "a,b | \"a,b\"",
                "say \"hi\" | \"say \"\"hi\"\"\"",
                "=1+1 | '=1+1",
                "@cmd | '@cmd",
                "-2 | '-2"
            })
    void textIsQuotedAndNeverAFormula(String value, String cell) {
        assertThat(table.line(value)).isEqualTo(cell + "\r\n");
    }

    @Test
    void numbersKeepAllTheirDigitsAndTheirSign() {
        assertThat(table.line(-0.1 - 0.2)).isEqualTo("-0.30000000000000004\r\n");
    }
}
