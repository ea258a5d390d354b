package io.nqba.console.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.model.annealing.CoefficientEdit;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemChangeBodyTest {
    @Test
    void whatIsSetComesBeforeWhatIsAdded() {
        List<CoefficientEdit> edits = new ProblemChangeBody(
                        null, List.of(List.of(0.0, 1.0, -3.0)), List.of(List.of(2.0, 2.0, 0.5)), null)
                .toEdits(3);

        assertThat(edits).extracting(CoefficientEdit::added).containsExactly(false, true);
        assertThat(edits.get(1).first()).isEqualTo(2);
        assertThat(edits.get(1).amount()).isEqualTo(0.5);
    }

    @Test
    void everyWrongFieldIsNamed() {
        assertThat(wrong(List.of(3.0, -1.0, Double.NaN)))
                .extracting(FieldProblem::field)
                .containsExactly("set[0][0]", "set[0][1]", "set[0][2]");
        assertThat(wrong(List.of(0.0, 1.0))).extracting(FieldProblem::field).containsExactly("set[0]");
        assertThat(wrong(List.of(0.5, 1.0, 1.0)))
                .extracting(FieldProblem::field)
                .containsExactly("set[0][0]");
        assertThat(wrong(List.of(0.0, 1.0, 1.0, 1.0)))
                .extracting(FieldProblem::field)
                .containsExactly("set[0]");
        assertThat(wrong(null)).extracting(FieldProblem::field).containsExactly("set[0]");
    }

    @Test
    void nothingToChangeIsNoChange() {
        assertThatThrownBy(() -> new ProblemChangeBody(1, List.of(), null, null).toEdits(3))
                .hasMessageContaining("set");
    }

    @Test
    void tooManyEditsAreRefused() {
        List<@Nullable List<@Nullable Double>> many = Collections.nCopies(100_001, List.of(0.0, 1.0, 1.0));

        assertThatThrownBy(() -> new ProblemChangeBody(1, many, null, null).toEdits(3))
                .isInstanceOfSatisfying(
                        NqbaException.class, error -> assertThat(error.remedy()).contains("100000"));
    }

    @Test
    void theRevisionIsSaidOnceOrTwiceTheSame() {
        assertThat(RevisionTag.expected(null, null)).isZero();
        assertThat(RevisionTag.expected("*", 4)).isEqualTo(4);
        assertThat(RevisionTag.expected("\"4\"", null)).isEqualTo(4);
        assertThat(RevisionTag.expected("\"4\"", 4)).isEqualTo(4);
        assertThatThrownBy(() -> RevisionTag.expected("\"4\"", 5)).hasMessageContaining("If-Match");
        assertThatThrownBy(() -> RevisionTag.expected("4", null)).hasMessageContaining("If-Match");
        assertThatThrownBy(() -> RevisionTag.expected("W/\"4\"", null)).hasMessageContaining("If-Match");
    }

    private static List<FieldProblem> wrong(@Nullable List<@Nullable Double> triple) {
        try {
            new ProblemChangeBody(null, Collections.singletonList(triple), null, null).toEdits(3);
        } catch (NqbaException refused) {
            return refused.fields();
        }
        return List.of();
    }
}
