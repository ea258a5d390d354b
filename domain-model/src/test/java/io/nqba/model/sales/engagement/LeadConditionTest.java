package io.nqba.model.sales.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.model.error.NqbaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadConditionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "grade is A, B",
                "status is not LOST",
                "probability >= 0.3",
                "silent days >= 7",
                "amount <= 20000",
                "feature visits >= 3",
                "feature industry is retail"
            })
    void whatIsWrittenIsReadAgain(String text) {
        assertThat(LeadCondition.parse("conditions", text)).hasToString(text);
    }

    @Test
    void spacesDoNotMatterAndWordsMeetInAnyCase() {
        LeadCondition condition = LeadCondition.parse("conditions", "  territory   is  north ,South ");

        assertThat(condition).hasToString("territory is north, South");
        assertThat(condition.meets("North")).isTrue();
        assertThat(condition.meets("West")).isFalse();
        assertThat(LeadCondition.parse("c", "territory is not North").meets("West"))
                .isTrue();
    }

    @Test
    void aWordThatTheFactCannotBeIsAnsweredWithThoseItCan() {
        assertThat(LeadCondition.parse("c", "grade is a").meets("A")).isTrue();
        assertThatThrownBy(() -> LeadCondition.parse("c", "grade is Z"))
                .isInstanceOfSatisfying(
                        NqbaException.class,
                        refused -> assertThat(refused.fields().get(0).problem())
                                .isEqualTo("No grade is Z; there are A, B, C, D, E."));
    }

    @Test
    void aNumberMeetsItsOwnLimitAndWhatIsNotKnownMeetsNone() {
        LeadCondition least = LeadCondition.parse("c", "probability >= 0.3");
        LeadCondition most = LeadCondition.parse("c", "probability <= 0.3");

        assertThat(least.meets(0.3) && most.meets(0.3)).isTrue();
        assertThat(least.meets(0.29) || most.meets(0.31)).isFalse();
        assertThat(least.meets(Double.NaN) || most.meets(Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grade",
                "grade A",
                "grade >= 3",
                "probability is high",
                "colour is red",
                "feature is",
                "grade is ,",
                "grade is A, Z",
                "status is not SLEEPING"
            })
    void whatCannotBeReadIsNamed(String text) {
        assertThatThrownBy(() -> LeadCondition.parse("conditions[2]", text))
                .isInstanceOfSatisfying(NqbaException.class, refused -> {
                    assertThat(refused.fields()).hasSize(1);
                    assertThat(refused.fields().get(0).field()).isEqualTo("conditions[2]");
                    assertThat(refused.fields().get(0).remedy()).contains("grade is A, B");
                });
    }
}
