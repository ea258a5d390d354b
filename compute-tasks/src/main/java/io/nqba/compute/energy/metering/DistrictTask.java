package io.nqba.compute.energy.metering;

import io.nqba.compute.platform.PartitionShares;
import io.nqba.compute.platform.TaskGuard;
import io.nqba.model.energy.District;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskReply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobAdapter;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeJobResultPolicy;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/**
 * A question about a whole district, answered where its sites lie: every node takes its own partitions, in as many jobs as
 * it has processors, and sends up a part of the answer whose size does not depend on the number of sites.
 *
 * @param <Q> question
 * @param <P> part of the answer
 * @param <R> answer
 */
abstract class DistrictTask<Q, P, R> extends ComputeTaskAdapter<Q, TaskReply<R>> {
    private static final long serialVersionUID = 1L;

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    private transient @Nullable Q question;
    private transient @Nullable District district;
    private transient @Nullable NqbaException refusal;

    abstract String districtId(Q question);

    /** Checks a question before any job starts. */
    abstract void check(Q question, District district);

    /** Answers for the sites in some partitions. Runs on the node that owns them. */
    abstract P part(Q question, DistrictRows rows, int[] partitions);

    /** Puts the parts together; there is at least one. */
    abstract R merge(Q question, District district, List<P> parts);

    @Override
    public final Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable Q argument) {
        Ignite here = Objects.requireNonNull(ignite, "ignite");
        try {
            Q given = required(argument);
            question = given;
            district = find(here, districtId(given));
            check(given, district);
            return jobs(here, given, district);
        } catch (NqbaException e) {
            // Ignite needs at least one job; this one carries the refusal through.
            refusal = e;
            return Map.of(new PartJob<>(this, null, null, new int[0]), nodes.get(0));
        }
    }

    private Q required(@Nullable Q argument) {
        if (argument == null) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The task needs an argument.",
                    "Send the wire type that the task names.");
        }
        return argument;
    }

    private static District find(Ignite ignite, String districtId) {
        District found = ignite.<String, District>cache(CacheNames.DISTRICT).get(districtId);
        if (found == null) {
            throw new NqbaException(
                    ErrorCode.DATA_SET_NOT_FOUND,
                    "There is no district (%s).".formatted(districtId),
                    "Choose one of the districts listed under FLYFOX, or load this one first.",
                    List.of(new FieldProblem(
                            "districtId", districtId, "There is no such district.", "Name an existing district.")),
                    null);
        }
        return found;
    }

    private Map<ComputeJob, ClusterNode> jobs(Ignite ignite, Q given, District found) {
        Map<ComputeJob, ClusterNode> jobs = new LinkedHashMap<>();
        PartitionShares.dealt(ignite, CacheNames.SITE)
                .forEach((node, shares) ->
                        shares.forEach(partitions -> jobs.put(new PartJob<>(this, given, found, partitions), node)));
        return jobs;
    }

    /** A lost node's jobs run elsewhere; what a job itself could not do ends the task with its reason, as data. */
    @Override
    public final ComputeJobResultPolicy result(ComputeJobResult result, List<ComputeJobResult> received) {
        Throwable problem = result.getException();
        if (problem == null || refusal != null) {
            return ComputeJobResultPolicy.WAIT;
        }
        if (problem instanceof org.apache.ignite.cluster.ClusterTopologyException
                || problem instanceof org.apache.ignite.compute.ComputeExecutionRejectedException
                || problem instanceof org.apache.ignite.compute.ComputeJobFailoverException) {
            return ComputeJobResultPolicy.FAILOVER;
        }
        refusal = LostShare.of(problem);
        return ComputeJobResultPolicy.REDUCE;
    }

    @Override
    public final TaskReply<R> reduce(List<ComputeJobResult> results) {
        if (refusal != null) {
            return TaskReply.refused(refusal);
        }
        return TaskGuard.reply(() -> {
            List<P> parts = new ArrayList<>();
            for (ComputeJobResult result : results) {
                TaskReply<P> part = result.getData();
                parts.add(part.orThrow());
            }
            return merge(
                    Objects.requireNonNull(question, "question"), Objects.requireNonNull(district, "district"), parts);
        });
    }

    /** Thin on purpose: the task knows what to do, the job knows where. */
    private static final class PartJob<Q, P> extends ComputeJobAdapter {
        private static final long serialVersionUID = 1L;

        private final DistrictTask<Q, P, ?> task;
        private final @Nullable Q question;
        private final @Nullable District district;
        private final int[] partitions;

        @IgniteInstanceResource
        private transient @Nullable Ignite ignite;

        PartJob(DistrictTask<Q, P, ?> task, @Nullable Q question, @Nullable District district, int[] partitions) {
            this.task = task;
            this.question = question;
            this.district = district;
            this.partitions = Arrays.copyOf(partitions, partitions.length);
        }

        @Override
        public @Nullable Object execute() {
            if (question == null || district == null) {
                return null;
            }
            Q given = question;
            DistrictRows rows = new DistrictRows(Objects.requireNonNull(ignite, "ignite"), district);
            return TaskGuard.reply(() -> task.part(given, rows, partitions));
        }
    }
}
