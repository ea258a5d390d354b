package io.nqba.compute.kernel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.Question;
import io.nqba.compute.kernel.coordination.SmoothResponse;
import io.nqba.testing.SeededTest;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteBatchTest {
    private static final int SLOTS = 12;

    @SeededTest(tries = 20)
    void curvatureIsTheSlopeOfTheSmoothedUsage(long seed) {
        var random = new SplittableRandom(seed);
        SiteBatch batch = new SiteBatch(List.of(SampleSites.any(random, SLOTS), SampleSites.any(random, SLOTS)));
        double[] price = random.doubles(SLOTS, 0, 0.2).toArray();
        double smoothing = 0.01;
        SmoothResponse here = response(batch, price, smoothing);
        double step = 1e-5;

        for (int t = 0; t < SLOTS; t++) {
            double[] up = price.clone();
            double[] down = price.clone();
            up[t] += step;
            down[t] -= step;
            double[] above = response(batch, up, smoothing).usage();
            double[] below = response(batch, down, smoothing).usage();
            for (int i = 0; i < SLOTS; i++) {
                double slope = (below[i] - above[i]) / (2 * step);
                double expected = here.curvature()[index(i, t)];
                assertThat(expected).as("row %d, price %d", i, t).isCloseTo(slope, within(0.02 * scale(here) + 1e-3));
            }
        }
    }

    @SeededTest(tries = 20)
    void driftIsTheChangeOfUsageWithSmoothing(long seed) {
        var random = new SplittableRandom(seed);
        SiteBatch batch = new SiteBatch(List.of(SampleSites.any(random, SLOTS)));
        double[] price = random.doubles(SLOTS, 0, 0.2).toArray();
        double smoothing = 0.01;
        double step = 1e-5;

        double[] above = response(batch, price, smoothing + step).usage();
        double[] below = response(batch, price, smoothing - step).usage();

        double[] drift = response(batch, price, smoothing).drift();
        for (int t = 0; t < SLOTS; t++) {
            double slope = (above[t] - below[t]) / (2 * step);
            assertThat(drift[t]).isCloseTo(slope, within(1 + 0.05 * Math.abs(slope)));
        }
    }

    @SeededTest(tries = 20)
    void littleSmoothingComesCloseToTheExactMinimum(long seed) {
        var random = new SplittableRandom(seed);
        SiteBatch batch = new SiteBatch(List.of(SampleSites.any(random, SLOTS)));
        double[] price = random.doubles(SLOTS, 0, 0.2).toArray();

        Answer answer = batch.answer(new Question(price, 1e-8));

        double total = answer.cost();
        for (int t = 0; t < SLOTS; t++) {
            total += price[t] * answer.usage()[t];
        }
        assertThat(total).isBetween(answer.lagrangian() - 1e-9, answer.lagrangian() + 1e-5);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 5, 5, 0.9, 0.9, 6, 0", // full
        "6, 5, 5, 1.0, 1.0, 0, 0", // no losses
        "6, 5, 5, 0.5, 0.5, 0, 6", // must end full
        "6, 1, 1, 0.5, 0.5, 0, 6", // cannot end half as full in the first slots
        "6, 0, 5, 0.9, 0.9, 6, 0", // can only discharge
        "6, 5, 0, 0.9, 0.9, 0, 0", // can only charge
        "6, 5, 5, 0.0, 0.9, 3, 0", // nothing charged arrives
        "6, 5, 5, 0.9, 0.0, 3, 0", // nothing discharged arrives
        "1e-5, 5, 5, 0.9, 0.9, 0, 0", // tiny
        "1e4, 5, 5, 0.9, 0.9, 5e3, 0" // huge
    })
    void awkwardBatteriesAreSmoothedToo(
            double capacity, double charge, double discharge, double in, double out, double initial, double end) {
        Battery battery = new Battery(capacity, charge, discharge, in, out, initial, end, 0.01);
        SiteBatch batch = new SiteBatch(List.of(SampleSites.home(new SplittableRandom(9), SLOTS, battery)));

        Answer answer = batch.answer(new Question(new double[SLOTS], 1e-7));

        assertThat(answer.cost()).isBetween(answer.lagrangian() - 1e-9, answer.lagrangian() + 1e-3);
        assertThat(Objects.requireNonNull(answer.response()).curvature()).doesNotContain(Double.NaN);
    }

    @SeededTest(tries = 20)
    void schedulesAddUpToTheAnswer(long seed) {
        var random = new SplittableRandom(seed);
        SiteBatch batch = new SiteBatch(List.of(SampleSites.any(random, SLOTS), SampleSites.any(random, SLOTS)));
        Question question = new Question(random.doubles(SLOTS, 0, 0.2).toArray(), 0.001);

        Answer answer = batch.answer(question);

        for (int t = 0; t < SLOTS; t++) {
            double sum = 0;
            for (int i = 0; i < batch.size(); i++) {
                sum += batch.schedule(i, question).netKwh()[t];
            }
            assertThat(answer.usage()[t]).isEqualTo(sum);
        }
    }

    @Test
    void deadBatteryAnswersWithItsLoad() {
        SiteProblem site = SampleSites.home(new SplittableRandom(3), SLOTS, Battery.NONE);
        SiteBatch batch = new SiteBatch(List.of(site));

        SmoothResponse response = response(batch, new double[SLOTS], 0.1);

        assertThat(response.usage()).isEqualTo(site.netLoadKwh());
        assertThat(response.curvature()).containsOnly(0);
    }

    @Test
    void questionOfAnotherLengthIsRefused() {
        SiteBatch batch = new SiteBatch(List.of(SampleSites.any(new SplittableRandom(1), SLOTS)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch.answer(new Question(new double[3], 0)))
                .withMessage("The question (3 rows) must have one price per slot of the site (12) or none.");
    }

    private static SmoothResponse response(SiteBatch batch, double[] price, double smoothing) {
        return Objects.requireNonNull(
                batch.answer(new Question(price, smoothing)).response());
    }

    private static int index(int i, int j) {
        int high = Math.max(i, j);
        return high * (high + 1) / 2 + Math.min(i, j);
    }

    private static double scale(SmoothResponse response) {
        double most = 0;
        for (double entry : response.curvature()) {
            most = Math.max(most, Math.abs(entry));
        }
        return most;
    }
}
