package io.nqba.node.sales.assignment;

import io.nqba.compute.sales.assignment.NewLeadDesk;
import io.nqba.compute.sales.scoring.ArrivalScores.Scored;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import io.nqba.node.sales.scoring.LeadScored;
import java.util.Collection;
import java.util.List;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/** Gives leads that came in to agents as soon as they have their scores, at the prices of the last run; before the first run, nothing. */
public final class AssignmentOnArrival implements LeadScored {
    @Override
    public int order() {
        return 100;
    }

    @Override
    public void leadScored(Ignite here, Lead lead, @Nullable LeadScore score) {
        leadsScored(here, List.of(new Scored(lead, score)));
    }

    @Override
    public boolean leadsScored(Ignite here, List<Scored> together) {
        NewLeadDesk.of(here).arrived(together);
        return true;
    }

    @Override
    public Collection<String> missed(Ignite here, int partition) {
        return NewLeadDesk.of(here).waiting(partition);
    }
}
