package io.nqba.compute.optimisation.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.RandomProblems;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every back end behind the port keeps. */
abstract class SamplerBackendContract {
    private static final QuadraticProblem SPINS = RandomProblems.integers(5, 14, 0.4, Sense.MINIMISE, Domain.SPINS);
    /** More than is searched through at once, so that a job of it goes on until it is cancelled. */
    private static final QuadraticProblem LONG = RandomProblems.integers(6, 60, 0.9, Sense.MAXIMISE, Domain.BITS);

    private SamplerBackend backend = new LocalAnnealerBackend();

    abstract SamplerBackend open() throws Exception;

    @BeforeEach
    void openBackend() throws Exception {
        backend = open();
    }

    @AfterEach
    void closeBackend() {
        backend.close();
    }

    @Test
    void aJobEndsWithSamplesThatAreWorthWhatTheyClaim() {
        String job = backend.submit(SPINS, SamplingRequest.sweeping(3, 50, 7));

        JobStatus status = awaitEnd(job);

        assertThat(status.state()).isEqualTo(JobStatus.State.SUCCEEDED);
        assertThat(backend.samples(job))
                .hasSizeBetween(1, 3)
                .allSatisfy(sample -> assertThat(SPINS.value(sample.bits()))
                        .isEqualTo(sample.claimedObjective().orElseThrow()));
        assertThat(SPINS.value(backend.samples(job).get(0).bits())).isEqualTo(RandomProblems.bruteForce(SPINS));
    }

    @Test
    void realCoefficientsArriveAsTheyAre() {
        QuadraticProblem real = RandomProblems.reals(8, 12, 0.5, Sense.MAXIMISE);

        String job = backend.submit(real, SamplingRequest.timed(1, Duration.ofSeconds(20), 1));

        assertThat(awaitEnd(job).state()).isEqualTo(JobStatus.State.SUCCEEDED);
        assertThat(real.value(backend.samples(job).get(0).bits())).isEqualTo(RandomProblems.bruteForce(real));
    }

    @Test
    void aCancelledJobEndsSoon() {
        String job = backend.submit(LONG, SamplingRequest.sweeping(1, Long.MAX_VALUE / 1_000, 1));
        Awaitility.await().until(() -> backend.poll(job).state() == JobStatus.State.RUNNING);
        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(() -> backend.samples(job))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));

        backend.cancel(job);

        assertThat(awaitEnd(job).state()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(backend.samples(job))
                .allSatisfy(sample -> assertThat(sample.bits()).hasSize(60));
    }

    @Test
    void cancellingWhatHasEndedChangesNothing() {
        String job = backend.submit(SPINS, SamplingRequest.sweeping(1, 5, 7));
        awaitEnd(job);

        backend.cancel(job);

        assertThat(backend.poll(job).state()).isEqualTo(JobStatus.State.SUCCEEDED);
        assertThat(backend.samples(job)).hasSize(1);
    }

    @Test
    void jobsAreKeptApart() {
        String first = backend.submit(SPINS, SamplingRequest.sweeping(1, 5, 7));
        String second = backend.submit(LONG, SamplingRequest.sweeping(1, 5, 7));
        awaitEnd(first);
        awaitEnd(second);

        assertThat(first).isNotEqualTo(second);
        assertThat(backend.samples(first).get(0).bits()).hasSize(14);
        assertThat(backend.samples(second).get(0).bits()).hasSize(60);
    }

    @Test
    void anUnknownJobIsRefused() {
        for (String job : List.of("job-999", "../users", "")) {
            assertThatExceptionOfType(NqbaException.class)
                    .isThrownBy(() -> backend.poll(job))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
            assertThatExceptionOfType(NqbaException.class)
                    .isThrownBy(() -> backend.samples(job))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
            assertThatExceptionOfType(NqbaException.class)
                    .isThrownBy(() -> backend.cancel(job))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    private JobStatus awaitEnd(String job) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> backend.poll(job), status -> status.state().ended());
    }
}
