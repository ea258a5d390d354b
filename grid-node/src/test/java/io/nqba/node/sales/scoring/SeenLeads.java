package io.nqba.node.sales.scoring;

import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/** Remembers what was told of leads whose source is "watched", and refuses those whose source is "cursed". */
public final class SeenLeads implements LeadScored {
    private static final List<Seen> SEEN = new CopyOnWriteArrayList<>();

    record Seen(String node, Lead lead, @Nullable LeadScore score) {}

    static List<Seen> of(String leadId) {
        return SEEN.stream().filter(seen -> seen.lead().leadId().equals(leadId)).toList();
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public void leadScored(Ignite here, Lead lead, @Nullable LeadScore score) {
        if (lead.source().equals("cursed")) {
            throw new IllegalStateException("refused");
        }
        if (lead.source().equals("watched")) {
            SEEN.add(new Seen(here.name(), lead, score));
        }
    }
}
