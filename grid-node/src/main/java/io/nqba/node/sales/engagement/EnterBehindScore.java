package io.nqba.node.sales.engagement;

import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import io.nqba.node.sales.scoring.LeadScored;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/** Has a new or changed lead looked at for sequences, once its score is there. */
public final class EnterBehindScore implements LeadScored {
    @Override
    public int order() {
        return 200;
    }

    @Override
    public void leadScored(Ignite here, Lead lead, @Nullable LeadScore score) {
        EngagementModule.look(here, lead.leadId());
    }
}
