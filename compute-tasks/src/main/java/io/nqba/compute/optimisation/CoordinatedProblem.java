package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.model.optimisation.RunRequest;
import java.util.List;
import org.apache.ignite.Ignite;

/**
 * One kind of optimisation of one unit, as the run life cycle sees it: many subproblems next to their rows, a few limits that they
 * share. Found by {@link java.util.ServiceLoader}; stateless, so one object serves all runs of a node.
 */
public interface CoordinatedProblem extends SweptProblem {
    /**
     * Returns what one unit of the coordinated cost, which is minimised, reads as in value, bound and baselines. Negative where people
     * know the objective as something to be maximised.
     */
    default double valueFactor() {
        return 1;
    }

    /**
     * Checks the request against data that every node has, and tells the unit of its objective.
     *
     * @return unit of value, bound and baselines, such as {@code USD}
     * @throws io.nqba.model.error.NqbaException naming the fields that are wrong
     */
    String check(Ignite ignite, RunRequest request);

    @Override
    ModelSource open(Ignite ignite, RunRequest request);

    /** Returns what the subproblems share. */
    SharedLimits limits(Ignite ignite, RunRequest request);

    /**
     * Returns the policies that the surveys report, in the order in which people shall see them. One that no survey reported is left
     * out: it has no answer to this problem.
     */
    List<String> baselines();

    /**
     * Decides on policies that depend on what all subproblems do together, such as a cut for all of them.
     *
     * @param first what {@link PartitionModel#survey} reported
     * @return what {@link PartitionModel#surveyAgain} is asked with; empty when there is nothing to ask
     */
    default double[] secondSurvey(Ignite ignite, RunRequest request, SurveyTally first) {
        return new double[0];
    }

    /** Stores the answers of one partition and reports what the conclusion needs. Storing twice leaves the same rows. */
    void settle(Ignite ignite, Settlement settlement, PartitionModel model, SettlementTally into);

    /** Stores what the run found as a whole and puts it into words. */
    Conclusion conclude(Ignite ignite, RunOutcome outcome);

    /** Compiles partitions of one run on one node. Thread-safe. */
    interface ModelSource extends RowSource {
        /** Reads the rows of a partition that this node owns and compiles its subproblems. */
        @Override
        PartitionModel compile(int partition);
    }
}
