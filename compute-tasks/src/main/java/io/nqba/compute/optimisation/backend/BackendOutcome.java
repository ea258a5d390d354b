package io.nqba.compute.optimisation.backend;

import io.nqba.compute.kernel.annealing.Elite;
import java.util.List;
import java.util.Optional;

/**
 * What came of a job at a back end.
 *
 * @param state how the job ended; FAILED also where the back end was lost on the way
 * @param answers every sample of the right form with its value as we compute it, the best first, none twice
 * @param findings what was wrong; empty when all was as claimed
 */
public record BackendOutcome(JobStatus.State state, List<Elite> answers, List<Finding> findings) {
    public BackendOutcome {
        answers = List.copyOf(answers);
        findings = List.copyOf(findings);
    }

    /**
     * Something that was wrong with a back end or with what it sent.
     *
     * @param problem what, with values
     * @param remedy what to do
     */
    public record Finding(String problem, String remedy) {}

    /** Returns the best answer, by our own count. */
    public Optional<Elite> best() {
        return answers.stream().findFirst();
    }
}
