package io.nqba.model.sales;

import io.nqba.model.error.Require;

/** A person's decision that a model shall score the leads of its schema from now on. Crosses the grid wire. */
public final class PromoteModel {
    private final String modelId;
    private final long revision;
    private final String by;

    /**
     * @param modelId the {@link ScoringModel}
     * @param revision revision that the person has seen
     * @param by name of the account that decides
     * @throws IllegalArgumentException if a text is blank or the revision below 1
     */
    public PromoteModel(String modelId, long revision, String by) {
        this.modelId = Require.text("modelId", modelId);
        this.revision = Require.within("revision", revision, 1, Long.MAX_VALUE);
        this.by = Require.text("by", by);
    }

    public String modelId() {
        return modelId;
    }

    public long revision() {
        return revision;
    }

    public String by() {
        return by;
    }

    @Override
    public String toString() {
        return "PromoteModel[%s, %d, %s]".formatted(modelId, revision, by);
    }
}
