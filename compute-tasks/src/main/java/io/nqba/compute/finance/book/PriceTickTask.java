package io.nqba.compute.finance.book;

import io.nqba.compute.platform.TaskGuard;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.PriceTickBatch;
import io.nqba.model.grid.IntakeReport;
import io.nqba.model.grid.TaskReply;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobAdapter;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a batch of prices: the bars of the day, the last column of each universe that has the instruments, and its last
 * scenarios. Sending a batch again changes nothing: a price that is not newer than the last one is refused.
 */
public final class PriceTickTask extends ComputeTaskAdapter<PriceTickBatch, TaskReply<IntakeReport>> {
    /** Larger batches would keep a client waiting past its timeout. */
    public static final int MOST_ROWS = 10_000;

    private static final long serialVersionUID = 1L;

    @Override
    public Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable PriceTickBatch batch) {
        // One node does it: the batch is small, and universes change as a whole.
        return Map.of(new IntakeJob(batch), nodes.get(0));
    }

    @Override
    public TaskReply<IntakeReport> reduce(List<ComputeJobResult> results) {
        return results.get(0).getData();
    }

    private static PriceTickBatch checked(@Nullable PriceTickBatch batch) {
        if (batch == null || batch.rows().isEmpty()) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST, "The batch has no rows.", "Send at least one price in rows.");
        }
        if (batch.rows().size() > MOST_ROWS) {
            throw new NqbaException(
                    ErrorCode.TOO_LARGE,
                    "The batch (%d rows) must have at most %d rows."
                            .formatted(batch.rows().size(), MOST_ROWS),
                    "Send it in several batches, or load a file with scripts/load.sh finance.");
        }
        return batch;
    }

    private static final class IntakeJob extends ComputeJobAdapter {
        private static final long serialVersionUID = 1L;

        private final @Nullable PriceTickBatch batch;

        @IgniteInstanceResource
        private transient @Nullable Ignite ignite;

        IntakeJob(@Nullable PriceTickBatch batch) {
            this.batch = batch;
        }

        @Override
        public Object execute() {
            Ignite here = Objects.requireNonNull(ignite, "ignite");
            return TaskGuard.reply(() -> new PriceTickIntake(here, Clock.systemUTC())
                    .take(checked(batch).rows()));
        }
    }
}
