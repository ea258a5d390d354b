package io.nqba.compute.kernel.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.error.NqbaException;
import io.nqba.testing.SeededTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnswerSumTest {
    private static final int ROWS = 4;
    private static final Question QUESTION = new Question(new double[ROWS], 1e-3);

    @SeededTest
    void neitherOrderNorGroupingChangesABit(long seed) {
        var random = new SplittableRandom(seed);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(answer(random));
        }
        AnswerSum inOrder = new AnswerSum(QUESTION);
        answers.forEach(inOrder::add);

        Collections.shuffle(answers, new Random(seed));
        AnswerSum grouped = new AnswerSum(QUESTION);
        for (int from = 0, to; from < answers.size(); from = to) {
            to = Math.min(answers.size(), from + 1 + random.nextInt(20));
            AnswerSum node = new AnswerSum(QUESTION);
            answers.subList(from, to).forEach(node::add);
            grouped.add(node);
        }

        assertThat(grouped.total()).usingRecursiveComparison().isEqualTo(inOrder.total());
    }

    @SeededTest
    void sumsAreThoseOfPlainAddition(long seed) {
        var random = new SplittableRandom(seed);
        AnswerSum sum = new AnswerSum(QUESTION);
        double cost = 0;
        double curvature = 0;
        for (int i = 0; i < 100; i++) {
            Answer answer = answer(random);
            sum.add(answer);
            cost += answer.cost();
            curvature += Objects.requireNonNull(answer.response()).curvature()[2];
        }

        assertThat(sum.items()).isEqualTo(300);
        assertThat(sum.total().cost()).isCloseTo(cost, within(1e-9));
        assertThat(Objects.requireNonNull(sum.total().response()).curvature()[2])
                .isCloseTo(curvature, within(1e-4));
    }

    @Test
    void valueThatIsNoNumberIsRefusedWithAdvice() {
        AnswerSum sum = new AnswerSum(new Question(new double[0], 0));

        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> sum.add(new Answer(1, Double.NaN, 0, 0, new double[0], null)))
                .withMessageContainingAll("(NaN)", "Fix:");
    }

    private static Answer answer(SplittableRandom random) {
        SmoothResponse response = new SmoothResponse(
                random.doubles(ROWS, -10, 10).toArray(),
                random.doubles(ROWS, -1e4, 1e4).toArray(),
                random.doubles(ROWS * (ROWS + 1) / 2, -1e4, 1e4).toArray());
        return new Answer(
                3,
                random.nextDouble(-1e3, 1e3),
                random.nextDouble(-1e3, 1e3),
                0,
                random.doubles(ROWS, -10, 10).toArray(),
                response);
    }
}
