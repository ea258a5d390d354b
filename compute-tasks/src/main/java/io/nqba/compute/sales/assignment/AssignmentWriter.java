package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.AgentMarket;
import io.nqba.compute.kernel.assignment.AssignmentPlan;
import io.nqba.compute.kernel.assignment.Choice;
import io.nqba.compute.kernel.assignment.PricedAgents;
import io.nqba.compute.kernel.assignment.WorkItems;
import io.nqba.compute.sales.assignment.WorkPartition.Source;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import io.nqba.model.sales.Assignment;
import io.nqba.model.sales.AssignmentKey;
import java.util.Map;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;

/** Stores who gets the work of one partition, in batches that stay on this node. */
final class AssignmentWriter {
    private static final int BATCH_ROWS = 1_024;

    private final String runId;
    private final WorkPartition rows;
    private final SalesMarket market;
    private final WrittenTally tally;
    private final AssignmentReason reason;
    private final IgniteCache<AssignmentKey, Assignment> assignments;
    private final Map<AssignmentKey, Assignment> batch = KeyOrder.map();

    AssignmentWriter(Ignite ignite, String runId, WorkPartition rows, double[] shadowPrice, WrittenTally tally) {
        this.runId = runId;
        this.rows = rows;
        this.market = rows.market();
        this.tally = tally;
        reason = new AssignmentReason(market, shadowPrice);
        assignments = ignite.cache(CacheNames.ASSIGNMENT);
    }

    void write(AssignmentPlan plan) {
        PricedAgents agents = market.at(plan.prices());
        var choice = new Choice();
        for (int i = 0; i < rows.work().size(); i++) {
            int agent = plan.agent(agents, rows.work(), i, choice);
            batch.put(new AssignmentKey(runId, rows.source(i).workId()), row(i, agent));
            if (batch.size() >= BATCH_ROWS) {
                flush();
            }
        }
        flush();
    }

    private Assignment row(int item, int agent) {
        WorkItems work = rows.work();
        Source source = rows.source(item);
        double hours = (double) work.ticks(item) / AgentMarket.TICKS_PER_HOUR;
        String why = reason.of(work, item, agent);
        if (agent < 0) {
            tally.leave(!reason.anybodyMay(work, item));
            return new Assignment("", source.ownerRepId(), 0, hours, source.probability(), why);
        }
        String repId = market.reps().get(agent).repId();
        double worth = market.agents().worth(work, item, agent);
        boolean moved = !source.ownerRepId().isEmpty() && !source.ownerRepId().equals(repId);
        tally.give(agent, worth, work.ticks(item), moved);
        double probability = market.probability(agent, source.productId(), source.probability());
        return new Assignment(repId, source.ownerRepId(), worth, hours, probability, why);
    }

    private void flush() {
        assignments.putAll(batch);
        batch.clear();
    }
}
