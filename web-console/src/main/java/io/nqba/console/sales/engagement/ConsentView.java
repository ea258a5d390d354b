package io.nqba.console.sales.engagement;

import io.nqba.model.sales.engagement.ContactChannel;
import java.time.Instant;
import java.util.List;

/**
 * Whether a person may be reached on a channel.
 *
 * @param leadIds some leads of the person
 * @param source where the person said so
 */
public record ConsentView(
        List<String> leadIds,
        ContactChannel channel,
        boolean given,
        Instant at,
        String source,
        String recordedBy,
        long revision) {
    public ConsentView {
        leadIds = List.copyOf(leadIds);
    }
}
