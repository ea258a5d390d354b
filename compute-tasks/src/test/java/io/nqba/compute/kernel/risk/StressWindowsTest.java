package io.nqba.compute.kernel.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.risk.StressWindows.Window;
import io.nqba.testing.SeededTest;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StressWindowsTest {
    @Test
    void theWorstStretchComesFirstAndNoneOverlap() {
        double[] returns = {0.01, -0.05, -0.06, 0.02, -0.03, -0.04, 0.01, Double.NaN};

        assertThat(StressWindows.worst(returns, 2, 3))
                .extracting(Window::from, Window::to)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 3), org.assertj.core.groups.Tuple.tuple(4, 6));
    }

    @Test
    void aHistoryThatOnlyRisesHasNoStress() {
        assertThat(StressWindows.worst(new double[] {0.1, 0, 0.2}, 1, 5)).isEmpty();
        assertThat(StressWindows.worst(new double[2], 3, 5)).isEmpty();
    }

    @SeededTest
    void noStretchIsWorseThanTheFirst(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        double[] returns = dice.doubles(1 + dice.nextInt(90), -1, 1).toArray();
        int length = 1 + dice.nextInt(6);

        List<Window> worst = StressWindows.worst(returns, length, 4);

        for (int from = 0; from + length <= returns.length; from++) {
            double sum = 0;
            for (int t = from; t < from + length; t++) {
                sum += returns[t];
            }
            if (!worst.isEmpty()) {
                assertThat(worst.get(0).change()).isLessThanOrEqualTo(sum + 1e-12);
            }
        }
        for (int k = 1; k < worst.size(); k++) {
            assertThat(worst.get(k).change())
                    .isGreaterThanOrEqualTo(worst.get(k - 1).change());
        }
    }
}
