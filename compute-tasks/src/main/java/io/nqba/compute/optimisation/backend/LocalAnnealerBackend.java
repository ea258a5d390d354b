package io.nqba.compute.optimisation.backend;

import io.nqba.compute.kernel.annealing.AnnealingWorker;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.model.error.NqbaException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Our own annealer behind the port: one thread, one job after another. A cancelled job keeps the best it has found. */
public final class LocalAnnealerBackend implements SamplerBackend {
    /** Name that it is chosen by. */
    public static final String NAME = "local-annealer";

    /** Where a request names neither time nor sweeps. */
    private static final Duration USUAL_TIME = Duration.ofSeconds(10);

    /** Jobs that ended longer ago than this many submissions are forgotten. */
    private static final int KEPT_JOBS = 100;

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicLong submitted = new AtomicLong();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, NAME);
        worker.setDaemon(true);
        return worker;
    });

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String submit(QuadraticProblem problem, SamplingRequest request) {
        long number = submitted.incrementAndGet();
        String id = "job-" + number;
        forget("job-" + (number - KEPT_JOBS));
        Job job = new Job(problem, request);
        jobs.put(id, job);
        thread.execute(job);
        return id;
    }

    @Override
    public JobStatus poll(String jobId) {
        return job(jobId).status;
    }

    @Override
    public void cancel(String jobId) {
        job(jobId).cancelled = true;
    }

    @Override
    public List<Sample> samples(String jobId) {
        Job job = job(jobId);
        if (!job.status.state().ended()) {
            throw Protocol.underWay(jobId);
        }
        return job.samples;
    }

    @Override
    public void close() {
        jobs.values().forEach(job -> job.cancelled = true);
        thread.shutdown();
    }

    private void forget(String jobId) {
        Job job = jobs.get(jobId);
        if (job != null && job.status.state().ended()) {
            jobs.remove(jobId);
        }
    }

    private Job job(String jobId) {
        Job job = jobs.get(jobId);
        if (job == null) {
            throw Protocol.unknownJob(jobId);
        }
        return job;
    }

    /** One job; the flag is set from outside, the rest by the worker's thread, the status last. */
    private static final class Job implements Runnable {
        private final QuadraticProblem problem;
        private final SamplingRequest request;
        private volatile boolean cancelled;
        private volatile List<Sample> samples = List.of();
        private volatile JobStatus status = JobStatus.of(JobStatus.State.QUEUED);

        private Job(QuadraticProblem problem, SamplingRequest request) {
            this.problem = problem;
            this.request = request;
        }

        @Override
        public void run() {
            if (cancelled) {
                status = JobStatus.of(JobStatus.State.CANCELLED);
                return;
            }
            status = JobStatus.of(JobStatus.State.RUNNING);
            try {
                samples = searched();
                status = JobStatus.of(cancelled ? JobStatus.State.CANCELLED : JobStatus.State.SUCCEEDED);
            } catch (NqbaException e) {
                status = new JobStatus(JobStatus.State.FAILED, e.problem());
            } catch (RuntimeException | OutOfMemoryError e) {
                // A job must end, or its owner waits for ever; the text of the platform is of no use to him.
                status = new JobStatus(
                        JobStatus.State.FAILED,
                        "The annealer broke off: " + e.getClass().getSimpleName());
            }
        }

        private List<Sample> searched() {
            AnnealingWorker worker = new AnnealingWorker(problem, request.seed());
            worker.round(limits());
            return worker.exportElites(request.samples()).stream()
                    .map(Job::sample)
                    .toList();
        }

        private SearchLimits limits() {
            boolean unlimited = request.time().isEmpty() && request.sweeps().isEmpty();
            long proposals = request.sweeps().isEmpty()
                    ? Long.MAX_VALUE
                    : Math.multiplyExact(request.sweeps().getAsLong(), Math.max(1L, problem.size()));
            long nanos = unlimited
                    ? USUAL_TIME.toNanos()
                    : request.time().map(Duration::toNanos).orElse(Long.MAX_VALUE);
            return SearchLimits.of(proposals, nanos, () -> cancelled);
        }

        private static Sample sample(Elite elite) {
            return new Sample(elite.bits(), OptionalDouble.of(elite.value()));
        }
    }
}
