package io.nqba.compute.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.error.FieldProblem;
import org.junit.jupiter.api.Test;

class CheckTallyTest {
    @Test
    void keepsTheFirstProblemsWhateverTheOrderTheyCameInAndCountsAll() {
        var forwards = new CheckTally();
        var backwards = new CheckTally();
        for (int i = 0; i < 50; i++) {
            forwards.addProblem(problem(i));
            backwards.addProblem(problem(49 - i));
        }

        assertThat(forwards.refused()).isEqualTo(50);
        assertThat(forwards.problems()).hasSize(CheckTally.MOST_PROBLEMS);
        assertThat(backwards.problems())
                .extracting(FieldProblem::field)
                .isEqualTo(forwards.problems().stream().map(FieldProblem::field).toList());
    }

    @Test
    void theSumOfTwoIsTheTallyOfAll() {
        var all = new CheckTally();
        var left = new CheckTally();
        var right = new CheckTally();
        for (int i = 0; i < 30; i++) {
            all.addProblem(problem(i));
            all.addItems(i);
            CheckTally half = i % 3 == 0 ? left : right;
            half.addProblem(problem(i));
            half.addItems(i);
        }

        left.add(right);

        assertThat(left.items()).isEqualTo(all.items());
        assertThat(left.refused()).isEqualTo(all.refused());
        assertThat(left.problems())
                .extracting(FieldProblem::field)
                .isEqualTo(all.problems().stream().map(FieldProblem::field).toList());
    }

    private static FieldProblem problem(int number) {
        return new FieldProblem("rows[%03d]".formatted(number), "?", "It is wrong.", "Correct it.");
    }
}
