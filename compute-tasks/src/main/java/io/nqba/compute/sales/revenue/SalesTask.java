package io.nqba.compute.sales.revenue;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeJobResultPolicy;

/**
 * A question about all deals. It changes nothing, so what fails with its node is asked again on another one.
 *
 * @param <A> the question
 * @param <R> the answer; crosses the grid wire
 */
abstract class SalesTask<A, R> extends OwnerTask<A, R> {
    private static final long serialVersionUID = 1L;

    @Override
    protected final String cacheName() {
        return CacheNames.OPPORTUNITY;
    }

    /** Any node may put parts together: a key by lot spreads questions over them. */
    @Override
    protected final Object key(A question) {
        return ThreadLocalRandom.current().nextInt();
    }

    @Override
    public ComputeJobResultPolicy result(ComputeJobResult result, List<ComputeJobResult> received) {
        return result.getException() == null ? ComputeJobResultPolicy.WAIT : ComputeJobResultPolicy.FAILOVER;
    }

    static void within(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            String problem = "The %s (%s) must lie between %s and %s.".formatted(field, value, least, most);
            String remedy = "Send a number in that range.";
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    problem,
                    remedy,
                    List.of(new FieldProblem(field, String.valueOf(value), problem, remedy)),
                    null);
        }
    }
}
