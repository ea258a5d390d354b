package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;

/** Asks to take a lead out of sequences. Crosses the grid wire. */
public final class StopEngagement {
    private final String leadId;
    private final String sequenceId;
    private final StopReason reason;

    /**
     * @param leadId the {@link io.nqba.model.sales.Lead}
     * @param sequenceId the {@link EngagementSequence}; empty for all
     * @param reason why
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public StopEngagement(String leadId, String sequenceId, StopReason reason) {
        this.leadId = Require.text("leadId", leadId);
        this.sequenceId = sequenceId;
        this.reason = reason;
    }

    public String leadId() {
        return leadId;
    }

    public String sequenceId() {
        return sequenceId;
    }

    public StopReason reason() {
        return reason;
    }
}
