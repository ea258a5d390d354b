package io.nqba.compute.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.compute.annealing.CoefficientEdits.Outcome;
import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.model.annealing.CoefficientEdit;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoefficientEditsTest {
    private static final QuadraticProblem PROBLEM = ProblemBuilder.qubo(3, Sense.MAXIMISE)
            .addLinear(0, 4L)
            .addCoupling(0, 1, 7L)
            .addOffset(1L)
            .build();

    @Test
    void laterEditsSeeWhatEarlierOnesLeft() {
        Outcome outcome = CoefficientEdits.apply(
                PROBLEM,
                List.of(
                        new CoefficientEdit(0, 1, 3, true),
                        new CoefficientEdit(1, 0, 20, false),
                        new CoefficientEdit(0, 1, -5, true),
                        new CoefficientEdit(0, 0, 9, false),
                        new CoefficientEdit(2, 1, 6, true)));

        assertThat(outcome.inPlace()).isTrue();
        assertThat(outcome.problem().isExact()).isTrue();
        // 1 + 9·x0 + 15·x0·x1 + 6·x1·x2
        assertThat(outcome.problem().value(new byte[] {1, 1, 1})).isEqualTo(31);
        assertThat(outcome.problem().value(new byte[] {1, 1, 0})).isEqualTo(25);
    }

    @Test
    void aFractionMakesTheProblemReal() {
        Outcome outcome = CoefficientEdits.apply(
                PROBLEM, List.of(new CoefficientEdit(0, 1, 0.5, true), new CoefficientEdit(2, 2, 0.25, false)));

        assertThat(outcome.inPlace()).isFalse();
        assertThat(outcome.problem().isExact()).isFalse();
        assertThat(outcome.problem().value(new byte[] {1, 1, 1})).isEqualTo(12.75);
    }

    @Test
    void sparseEditsOfARealProblemKeepTheRest() {
        QuadraticProblem real = CoefficientEdits.apply(PROBLEM, List.of(new CoefficientEdit(2, 2, 0.25, false)))
                .problem();

        QuadraticProblem twice = CoefficientEdits.apply(real, List.of(new CoefficientEdit(2, 2, 1, true)))
                .problem();

        assertThat(twice.value(new byte[] {1, 1, 1})).isEqualTo(13.25);
    }

    @Test
    void amountsThatLeaveExactIntegersTogetherAreRefused() {
        List<CoefficientEdit> edits = Collections.nCopies(1_025, new CoefficientEdit(0, 1, 0x1p53, true));

        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> CoefficientEdits.apply(PROBLEM, edits))
                .withMessageContainingAll("9.223e+18", "one edit")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PROBLEM));
    }
}
