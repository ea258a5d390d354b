package io.nqba.compute.optimisation.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.RandomProblems;
import io.nqba.compute.kernel.annealing.Sense;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BackendRunTest {
    private static final QuadraticProblem PROBLEM = RandomProblems.integers(3, 14, 0.5, Sense.MINIMISE, Domain.SPINS);

    /** A back end that says what it is told to. */
    private static final class Scripted implements SamplerBackend {
        private final JobStatus.State state;
        private final List<Sample> samples;
        private final List<String> calls = new ArrayList<>();

        private Scripted(JobStatus.State state, List<Sample> samples) {
            this.state = state;
            this.samples = samples;
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public String submit(QuadraticProblem problem, SamplingRequest request) {
            return "one";
        }

        @Override
        public JobStatus poll(String jobId) {
            calls.add("poll");
            return JobStatus.of(state);
        }

        @Override
        public void cancel(String jobId) {
            calls.add("cancel");
        }

        @Override
        public List<Sample> samples(String jobId) {
            return samples;
        }

        @Override
        public void close() {}
    }

    @Test
    void ourOwnAnnealerNeedsNoTrustEither() {
        try (SamplerBackend backend = new LocalAnnealerBackend()) {
            BackendOutcome outcome = new BackendRun(backend, Duration.ofMillis(5), Duration.ofSeconds(60))
                    .run(PROBLEM, SamplingRequest.sweeping(4, 100, 1), () -> false);

            assertThat(outcome.best().orElseThrow().value()).isEqualTo(RandomProblems.bruteForce(PROBLEM));
            assertThat(outcome.findings()).isEmpty();
        }
    }

    @Test
    void aJobThatDoesNotEndIsCancelledAndThenLeftAlone() {
        var backend = new Scripted(JobStatus.State.RUNNING, List.of());
        List<Duration> pauses = new ArrayList<>();

        BackendOutcome outcome = new BackendRun(backend, Duration.ofSeconds(1), Duration.ofSeconds(2), pauses::add)
                .run(PROBLEM, SamplingRequest.timed(1, Duration.ofSeconds(3), 1), () -> false);

        assertThat(outcome.state()).isEqualTo(JobStatus.State.FAILED);
        assertThat(outcome.findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.problem()).contains("does not end, although it was cancelled"));
        assertThat(backend.calls).filteredOn("cancel"::equals).hasSize(1);
        assertThat(pauses).hasSize(9);
    }

    @Test
    void valuesThatAreNoBitsAndClaimsThatAreNoNumbersAreFindings() {
        byte[] bits = new byte[14];
        byte[] others = new byte[14];
        others[3] = 2;
        var backend = new Scripted(
                JobStatus.State.SUCCEEDED,
                List.of(
                        new Sample(others, OptionalDouble.empty()),
                        new Sample(bits, OptionalDouble.of(Double.NaN)),
                        new Sample(bits, OptionalDouble.empty())));

        BackendOutcome outcome = new BackendRun(backend, Duration.ofSeconds(1), Duration.ZERO, pause -> {})
                .run(PROBLEM, SamplingRequest.sweeping(1, 1, 1), () -> false);

        assertThat(outcome.answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.value()).isEqualTo(PROBLEM.value(bits)));
        assertThat(outcome.findings()).hasSize(2);
    }

    @Test
    void anInterruptedWaitEndsTheRunAndKeepsTheFlag() {
        var backend = new Scripted(JobStatus.State.RUNNING, List.of());

        BackendOutcome outcome = new BackendRun(backend, Duration.ofSeconds(1), Duration.ZERO, pause -> {
                    throw new InterruptedException();
                })
                .run(PROBLEM, SamplingRequest.sweeping(1, 1, 1), () -> false);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome.state()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(outcome.findings()).hasSize(1);
    }
}
