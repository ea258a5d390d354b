package io.nqba.compute.energy.metering;

import io.nqba.compute.platform.TaskGuard;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.ReadingBatch;
import io.nqba.model.energy.ReadingRow;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.IntakeReport;
import io.nqba.model.grid.TaskReply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * Takes in a batch of readings: each row goes to the node that owns its site, is checked there against the site, and stored
 * or reported. Sending a batch again changes nothing, so a client may repeat it after a timeout.
 */
public final class ReadingIntakeTask extends ComputeTaskAdapter<ReadingBatch, TaskReply<IntakeReport>> {
    /** Larger batches would keep a client waiting past its timeout. */
    public static final int MOST_ROWS = 10_000;

    private static final long serialVersionUID = 1L;

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    private transient @Nullable NqbaException refusal;
    private transient List<FieldProblem> unroutable = List.of();

    @Override
    public Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable ReadingBatch batch) {
        Map<ComputeJob, ClusterNode> jobs = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        try {
            route(checked(batch), problems).forEach((node, rows) -> jobs.put(new IntakeJob(rows), node));
        } catch (NqbaException e) {
            refusal = e;
        }
        unroutable = problems;
        // Ignite needs at least one job, also where nothing is to be done.
        return jobs.isEmpty() ? Map.of(new IntakeJob(List.of()), nodes.get(0)) : jobs;
    }

    private static ReadingBatch checked(@Nullable ReadingBatch batch) {
        if (batch == null || batch.rows().isEmpty()) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST, "The batch has no rows.", "Send at least one reading in rows.");
        }
        if (batch.rows().size() > MOST_ROWS) {
            throw new NqbaException(
                    ErrorCode.TOO_LARGE,
                    "The batch (%d rows) must have at most %d rows."
                            .formatted(batch.rows().size(), MOST_ROWS),
                    "Send it in several batches, or load a file with scripts/load.sh.");
        }
        return batch;
    }

    private Map<ClusterNode, List<NumberedRow>> route(ReadingBatch batch, List<FieldProblem> problems) {
        var affinity = Objects.requireNonNull(ignite, "ignite").affinity(CacheNames.METER_READING);
        Map<ClusterNode, List<NumberedRow>> byNode = new LinkedHashMap<>();
        for (int i = 0; i < batch.rows().size(); i++) {
            NumberedRow row = new NumberedRow(i, batch.rows().get(i));
            ReadingRow reading = row.row();
            if (reading.siteId().isBlank()) {
                problems.add(row.problem("siteId", reading.siteId(), "It is blank.", "Name the site."));
                continue;
            }
            ClusterNode node = affinity.mapKeyToNode(new MeterReadingKey(reading.siteId(), reading.startMillis()));
            if (node == null) {
                throw LostShare.of(null);
            }
            byNode.computeIfAbsent(node, key -> new ArrayList<>()).add(row);
        }
        return byNode;
    }

    @Override
    public TaskReply<IntakeReport> reduce(List<ComputeJobResult> results) {
        if (refusal != null) {
            return TaskReply.refused(refusal);
        }
        return TaskGuard.reply(() -> {
            IntakeTally all = new IntakeTally();
            unroutable.forEach(all::refuse);
            for (ComputeJobResult result : results) {
                TaskReply<IntakeTally> part = result.getData();
                all.add(part.orThrow());
            }
            return all.report();
        });
    }

    private static final class IntakeJob extends ComputeJobAdapter {
        private static final long serialVersionUID = 1L;

        private final ArrayList<NumberedRow> rows;

        @IgniteInstanceResource
        private transient @Nullable Ignite ignite;

        IntakeJob(List<NumberedRow> rows) {
            this.rows = new ArrayList<>(rows);
        }

        @Override
        public Object execute() {
            Ignite here = Objects.requireNonNull(ignite, "ignite");
            return TaskGuard.reply(() -> new ReadingIntake(here).take(rows));
        }
    }
}
