package io.nqba.compute.optimisation.backend;

import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.optimisation.backend.BackendOutcome.Finding;
import io.nqba.model.error.NqbaException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * One job at a back end from submission to answers. Nothing that comes back is believed: each sample is evaluated from the problem's own
 * coefficients, and a claim that differs is a finding beside the answers. What goes wrong is data, not an exception.
 */
public final class BackendRun {
    /** Of the value's size; what sums in another order may differ by. */
    private static final double TOLERANCE = 1e-9;

    private static final int MOST_FINDINGS = 100;
    private static final String DISTRUST = "Go by the value beside the answer; tell the operator of the back end.";

    private final SamplerBackend backend;
    private final Duration interval;
    private final Duration patience;
    private final Pause pause;

    /**
     * @param interval time between two looks at the job
     * @param patience how long a job may go on after the time that it was given, or after it was cancelled
     */
    public BackendRun(SamplerBackend backend, Duration interval, Duration patience) {
        this(backend, interval, patience, Pause.SLEEP);
    }

    BackendRun(SamplerBackend backend, Duration interval, Duration patience, Pause pause) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("The interval (%s) must be positive.".formatted(interval));
        }
        this.backend = backend;
        this.interval = interval;
        this.patience = patience;
        this.pause = pause;
    }

    /**
     * Runs a job to its end. Returns also when the back end is lost or lies.
     *
     * @param cancelled read once per interval; when true the job is cancelled and what it has found is fetched
     */
    public BackendOutcome run(QuadraticProblem problem, SamplingRequest request, BooleanSupplier cancelled) {
        List<Finding> findings = new ArrayList<>();
        try {
            String job = backend.submit(problem, request);
            JobStatus status = awaited(job, request, cancelled);
            if (status.state() == JobStatus.State.FAILED) {
                findings.add(new Finding(
                        "The job failed at the back end (%s).".formatted(status.message()),
                        "Try again, or solve here."));
            }
            List<Elite> answers = checked(problem, backend.samples(job), findings);
            return new BackendOutcome(status.state(), answers, findings);
        } catch (NqbaException e) {
            findings.add(new Finding(e.problem(), e.remedy()));
            return new BackendOutcome(JobStatus.State.FAILED, List.of(), findings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            findings.add(new Finding("The wait for the job was broken off.", "Submit the problem again."));
            return new BackendOutcome(JobStatus.State.CANCELLED, List.of(), findings);
        }
    }

    /** Looks at the job until it has ended. One that does not end is told to, and then left alone. */
    private JobStatus awaited(String job, SamplingRequest request, BooleanSupplier cancelled)
            throws InterruptedException {
        boolean told = false;
        Duration left = request.time().map(patience::plus).orElse(null);
        for (JobStatus status = backend.poll(job); ; status = backend.poll(job)) {
            if (status.state().ended()) {
                return status;
            }
            boolean late = left != null && left.isNegative();
            if (late && told) {
                throw Protocol.failed(
                        "The job (%s) does not end, although it was cancelled.".formatted(Protocol.shown(job)),
                        "Tell the operator of the back end; solve here meanwhile.");
            }
            if (!told && (late || cancelled.getAsBoolean())) {
                backend.cancel(job);
                told = true;
                left = patience;
            }
            pause.take(interval);
            left = left == null ? null : left.minus(interval);
        }
    }

    private static List<Elite> checked(QuadraticProblem problem, List<Sample> samples, List<Finding> findings) {
        Set<Elite> answers = new LinkedHashSet<>();
        for (int k = 0; k < samples.size(); k++) {
            Sample sample = samples.get(k);
            byte[] bits = sample.bits();
            if (bits.length != problem.size() || !areBits(bits)) {
                note(
                        findings,
                        "Sample %d has %d bits for %d variables, or values other than 0 and 1."
                                .formatted(k + 1, bits.length, problem.size()),
                        "It is left out; tell the operator of the back end.");
                continue;
            }
            Elite answer = problem.elite(bits);
            double claim = sample.claimedObjective().orElse(answer.value());
            // Written so that a claim of NaN is a finding too.
            if (!(Math.abs(claim - answer.value()) <= TOLERANCE * Math.max(1, Math.abs(answer.value())))) {
                note(
                        findings,
                        "Sample %d is worth %s, and the back end claims %s.".formatted(k + 1, answer.value(), claim),
                        DISTRUST);
            }
            answers.add(answer);
        }
        return answers.stream().sorted(problem.bestFirst()).toList();
    }

    private static boolean areBits(byte[] values) {
        for (byte value : values) {
            if (value != 0 && value != 1) {
                return false;
            }
        }
        return true;
    }

    private static void note(List<Finding> findings, String problem, String remedy) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(problem, remedy));
        }
    }
}
