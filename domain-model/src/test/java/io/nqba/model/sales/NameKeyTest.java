package io.nqba.model.sales;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
    @ParameterizedTest
    @CsvSource({
        "GTX Pro, GTXPro",
        "Müller & Söhne GmbH, muller sohne",
        "Straße AG, Strasse",
        "Acme Corp., ACME Corporation",
        "O'Neill Ltd, ONeill",
        "J.P. Power Inc., JP Power",
        "Kan-code, Kan code"
    })
    void spellingsOfOneNameAreOneKey(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GTX Basic, GTX Plus Basic", "MG Special, MG Advanced", "Acme North, Acme South", "Company A, Company B"
    })
    void otherNamesAreOtherKeys(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    @Test
    void aNameOfOnlyALegalFormStays() {
        assertThat(NameKey.of("Co")).isEqualTo("co");
        assertThat(NameKey.of(" -- ")).isEmpty();
        assertThat(NameKey.of("")).isEmpty();
    }
}
