package io.nqba.model.sales;

/** How many rows about a person were removed. Names nobody and no row. Crosses the grid wire. */
public final class ErasureReport {
    private final int leads;
    private final int activities;
    private final int scores;
    private final int assignments;
    private final int contacts;
    private final int engagements;

    /**
     * @param leads leads of the person
     * @param activities what was done with them
     * @param scores what models thought of them
     * @param assignments what runs decided about them
     * @param contacts the person at accounts
     * @param engagements enrolments, messages, consents, and how often the person was written to
     */
    public ErasureReport(int leads, int activities, int scores, int assignments, int contacts, int engagements) {
        this.leads = leads;
        this.activities = activities;
        this.scores = scores;
        this.assignments = assignments;
        this.contacts = contacts;
        this.engagements = engagements;
    }

    public int leads() {
        return leads;
    }

    public int activities() {
        return activities;
    }

    public int scores() {
        return scores;
    }

    public int assignments() {
        return assignments;
    }

    public int contacts() {
        return contacts;
    }

    public int engagements() {
        return engagements;
    }

    @Override
    public String toString() {
        return "%d leads, %d activities, %d scores, %d assignments, %d contacts, %d engagements"
                .formatted(leads, activities, scores, assignments, contacts, engagements);
    }
}
