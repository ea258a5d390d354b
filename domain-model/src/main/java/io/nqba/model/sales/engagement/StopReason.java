package io.nqba.model.sales.engagement;

/** Why a lead was taken out of a sequence before the last step. */
public enum StopReason {
    NONE(""),
    REPLIED("the person replied"),
    STATUS_CHANGED("the status of the lead changed"),
    CONSENT_WITHDRAWN("the person withdrew consent"),
    BY_HAND("somebody took it out"),
    SEQUENCE_REMOVED("the sequence was removed");

    private final String words;

    StopReason(String words) {
        this.words = words;
    }

    /** Returns it in words; empty for none. */
    public String words() {
        return words;
    }
}
