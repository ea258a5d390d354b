package io.nqba.node.sales.scoring;

import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/** Remembers what was told of leads whose source is "watched", refuses those of "cursed" and keeps those of "held" until it may end. */
public final class SeenLeads implements LeadScored {
    private static final List<Seen> SEEN = new CopyOnWriteArrayList<>();

    private static volatile CountDownLatch held = new CountDownLatch(0);

    record Seen(String node, Lead lead, @Nullable LeadScore score) {}

    static List<Seen> of(String leadId) {
        return SEEN.stream().filter(seen -> seen.lead().leadId().equals(leadId)).toList();
    }

    /** Keeps whoever tells of a lead of the source "held" until the latch is released. */
    static CountDownLatch hold() {
        var latch = new CountDownLatch(1);
        held = latch;
        return latch;
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
        if (lead.source().equals("watched") || lead.source().equals("held")) {
            SEEN.add(new Seen(here.name(), lead, score));
        }
        if (lead.source().equals("held")) {
            try {
                held.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
