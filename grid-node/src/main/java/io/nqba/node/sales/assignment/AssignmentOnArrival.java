package io.nqba.node.sales.assignment;

import io.nqba.compute.sales.assignment.NewLeadDesk;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import io.nqba.node.sales.scoring.LeadScored;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/** Gives a lead that came in to an agent as soon as it has its score, at the prices of the last run; before the first run, nothing. */
public final class AssignmentOnArrival implements LeadScored {
    @Override
    public int order() {
        return 100;
    }

    @Override
    public void leadScored(Ignite here, Lead lead, @Nullable LeadScore score) {
        NewLeadDesk.of(here).arrived(lead, score);
    }
}
