package io.nqba.compute.optimisation.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.compute.optimisation.backend.BackendOutcome.Finding;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedProtocolTest {
    /** 1 + 2a - c - 3ab + 4bc: best at 011 (4), then 100 (3). */
    private static final QuadraticProblem PROBLEM = ProblemBuilder.qubo(3, Sense.MAXIMISE)
            .addOffset(1L)
            .addLinear(0, 2L)
            .addLinear(2, -1L)
            .addCoupling(0, 1, -3L)
            .addCoupling(1, 2, 4L)
            .build();

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void aJobIsSubmittedPolledAndFetched() throws IOException {
        BackendOutcome outcome = replayed("run", false);

        assertThat(outcome.state()).isEqualTo(JobStatus.State.SUCCEEDED);
        assertThat(outcome.answers()).extracting(Elite::exactValue).containsExactly(4L, 3L);
        assertThat(outcome.best().orElseThrow().bits()).containsExactly(0, 1, 1);
        assertThat(outcome.findings()).isEmpty();
        assertThat(pauses).containsExactly(INTERVAL, INTERVAL);
    }

    @Test
    void aCancelledJobIsToldOnceAndKeepsWhatItHasFound() throws IOException {
        BackendOutcome outcome = replayed("cancel", true);

        assertThat(outcome.state()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(outcome.answers()).extracting(Elite::exactValue).containsExactly(3L);
        assertThat(outcome.findings()).isEmpty();
    }

    @Test
    void aBackEndIsLeftAloneAsLongAsItAsksButNoLongerThanAMinute() throws IOException {
        BackendOutcome outcome = replayed("too-many-requests", false);

        assertThat(outcome.best().orElseThrow().exactValue()).isEqualTo(4);
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(60));
    }

    @Test
    void errorsThatPassAreWaitedFor() throws IOException {
        BackendOutcome outcome = replayed("server-error", false);

        assertThat(outcome.best().orElseThrow().exactValue()).isEqualTo(4);
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(500));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server-error-stays     | 127.0.0.1 answers 500 after 3 tries           | solve here
            token-refused          | refuses our token (401)                       | NQBA_BACKEND_TOKEN
            problem-refused        | refuses the request (422: more than 2 variables) | what the back end takes
            redirect               | refuses the request (307)                     | what the back end takes
            failed                 | failed at the back end (no working qubits)    | solve here
            job-lost               | knows no job (a-1)                            | Submit the problem again
            id-malformed           | a job id of (../../admin)                     | docs/back-ends.md
            state-malformed        | a state of (thinking)                         | docs/back-ends.md
            samples-no-json        | no JSON                                       | docs/back-ends.md
            samples-no-list        | samples that are no list                      | docs/back-ends.md
            samples-no-bits        | a sample without bits                         | docs/back-ends.md
            samples-other-bits     | bits other than 0 and 1                       | docs/back-ends.md
            samples-objective-text | an objective that is no number                | docs/back-ends.md
            samples-no-samples     | no samples                                    | docs/back-ends.md
            """)
    void whatGoesWrongIsAFinding(String record, String problem, String remedy) throws IOException {
        BackendOutcome outcome = replayed(record, false);

        assertThat(outcome.state()).isEqualTo(JobStatus.State.FAILED);
        assertThat(outcome.best()).isEmpty();
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.problem()).contains(problem);
            assertThat(finding.remedy()).contains(remedy);
        });
    }

    @Test
    void samplesOfAnotherLengthAreLeftOut() throws IOException {
        BackendOutcome outcome = replayed("samples-wrong-length", false);

        assertThat(outcome.answers()).extracting(Elite::exactValue).containsExactly(3L);
        assertThat(outcome.findings())
                .extracting(Finding::problem)
                .satisfiesExactly(
                        first -> assertThat(first).contains("Sample 1 has 4 bits for 3 variables"),
                        second -> assertThat(second).contains("Sample 2 has 0 bits for 3 variables"));
    }

    @Test
    void aLieIsFoundAndOurOwnValueCounts() throws IOException {
        BackendOutcome outcome = replayed("samples-that-lie", false);

        assertThat(outcome.answers()).extracting(Elite::exactValue).containsExactly(4L, 3L, 0L);
        assertThat(outcome.findings())
                .extracting(Finding::problem)
                .containsExactly(
                        "Sample 1 is worth 0.0, and the back end claims 1000.0.",
                        "Sample 2 is worth 4.0, and the back end claims -5.0.");
    }

    private BackendOutcome replayed(String record, boolean cancelled) throws IOException {
        try (Transcript transcript = new Transcript(record)) {
            var settings = new HttpBackendSettings(
                    URI.create(transcript.endpoint()), Transcript.TOKEN, Duration.ofSeconds(30), 3);
            SamplerBackend backend = new HttpSamplerBackend(settings, pauses::add, () -> "key-1");
            BackendOutcome outcome = new BackendRun(backend, INTERVAL, Duration.ofSeconds(5), pauses::add)
                    .run(PROBLEM, SamplingRequest.timed(2, Duration.ofMillis(1_500), 11), () -> cancelled);
            assertThat(transcript.differences()).isEmpty();
            assertThat(outcome.toString()).doesNotContain(Transcript.TOKEN);
            return outcome;
        }
    }
}
