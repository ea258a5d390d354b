package io.nqba.node.sales.scoring;

import io.nqba.compute.sales.scoring.ArrivalScores.Scored;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import java.util.Collection;
import java.util.List;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens behind the score of a new or changed lead: its assignment, a rule that it meets.
 *
 * <p>To add one: implement this interface with a public no-argument constructor and name the class on a line of its own in
 * {@code grid-node/src/main/resources/META-INF/services/io.nqba.node.sales.scoring.LeadScored}. It is called on the node that owns the
 * lead, on a thread of scoring, after the write of the lead has long returned. It may be called more than once for the same state of a
 * lead, and once for several changes in a row, so what it does must be the same when done twice. A lead whose node left before it was
 * scored is found again by the next owner. What a listener throws is logged and keeps no other from being called.
 */
public interface LeadScored {
    /** Returns the place in the order of the listeners, smallest first: assignment 100, rules 200. */
    int order();

    /**
     * Acts on a lead. Long work belongs on a thread of the listener's own.
     *
     * @param here the node that owns the lead
     * @param lead as it stood when it was scored
     * @param score its score; null where no model scores the leads of its schema yet
     */
    void leadScored(Ignite here, Lead lead, @Nullable LeadScore score);

    /**
     * Acts on leads that were scored together, for whoever can do that cheaper than one by one.
     *
     * @return whether it was done; else, and if it fails, they come one by one
     */
    default boolean leadsScored(Ignite here, List<Scored> together) {
        return false;
    }

    /**
     * Returns leads of a partition of this node that nobody told the listener of: more came at once than are kept one by one, or their last
     * owner left before he came to them. None for whoever finds them otherwise.
     */
    default Collection<String> missed(Ignite here, int partition) {
        return List.of();
    }
}
