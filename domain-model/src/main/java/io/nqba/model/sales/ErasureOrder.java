package io.nqba.model.sales;

import org.jspecify.annotations.Nullable;

/** Asks to remove everything about a person, who is known as a lead, as a contact, or by an e-mail address. Crosses the grid wire. */
public final class ErasureOrder {
    private final String leadId;
    private final @Nullable ContactKey contact;
    private final String emailHash;

    private ErasureOrder(String leadId, @Nullable ContactKey contact, String emailHash) {
        if (leadId.isEmpty() && contact == null && emailHash.isEmpty()) {
            throw new IllegalArgumentException("The order must name a lead, a contact or an emailHash.");
        }
        this.leadId = leadId;
        this.contact = contact;
        this.emailHash = emailHash;
    }

    /**
     * The person of a lead.
     *
     * @param emailHash keyed hash of the person's e-mail: other leads and contacts that carry it are the same person; empty when there is
     *     none
     */
    public static ErasureOrder ofLead(String leadId, String emailHash) {
        return new ErasureOrder(leadId, null, emailHash);
    }

    /** The person at an account, and whoever else has the same e-mail. */
    public static ErasureOrder ofContact(ContactKey contact, String emailHash) {
        return new ErasureOrder("", contact, emailHash);
    }

    /**
     * Whoever has an e-mail address.
     *
     * @throws IllegalArgumentException if the hash is empty
     */
    public static ErasureOrder ofEmail(String emailHash) {
        return new ErasureOrder("", null, emailHash);
    }

    /** Returns a {@link Lead} of the person; empty when none is named. */
    public String leadId() {
        return leadId;
    }

    /** Returns the person at an account; null when none is named. */
    public @Nullable ContactKey contact() {
        return contact;
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
