package io.nqba.model.sales;

import io.nqba.model.error.Require;

/** Asks to remove everything about the person of a lead. Crosses the grid wire. */
public final class ErasureOrder {
    private final String leadId;
    private final String emailHash;

    /**
     * @param leadId a {@link Lead} of the person
     * @param emailHash keyed hash of the person's e-mail: other leads and contacts that carry it are the same person; empty when there is
     *     none
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ErasureOrder(String leadId, String emailHash) {
        this.leadId = Require.text("leadId", leadId);
        this.emailHash = emailHash;
    }

    public String leadId() {
        return leadId;
    }

    public String emailHash() {
        return emailHash;
    }

    /** Shows no hash: it would find the person again. */
    @Override
    public String toString() {
        return "ErasureOrder[]";
    }
}
