package io.nqba.compute.optimisation.backend;

import io.nqba.compute.kernel.annealing.QuadraticProblem;
import java.util.List;

/**
 * Something that samples good answers to a quadratic problem, here or elsewhere: submit, poll, cancel, fetch. What it says is not
 * believed but recomputed, see {@link BackendRun}. Safe for several threads.
 *
 * <p>All methods throw {@link io.nqba.model.error.NqbaException}: BACKEND_FAILED when the back end cannot be reached or answers against
 * its protocol, NOT_FOUND for an unknown job.
 */
public interface SamplerBackend extends AutoCloseable {
    /** Returns the name that it is chosen by. */
    String name();

    /** Starts a job and returns its id. */
    String submit(QuadraticProblem problem, SamplingRequest request);

    /** Returns how far the job is. */
    JobStatus poll(String jobId);

    /** Asks the job to stop; does nothing to a job that has ended. The best so far may be kept. */
    void cancel(String jobId);

    /**
     * Returns the samples of a job that has ended; a cancelled or failed one may have none.
     *
     * @throws io.nqba.model.error.NqbaException with CONFLICT while the job is under way
     */
    List<Sample> samples(String jobId);

    /** Gives up connections and threads; jobs elsewhere go on. */
    @Override
    void close();
}
