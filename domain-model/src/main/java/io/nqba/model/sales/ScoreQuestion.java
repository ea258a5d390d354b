package io.nqba.model.sales;

import io.nqba.model.error.Require;

/** Asks for the score of a lead that need not be stored. Crosses the grid wire. */
public final class ScoreQuestion {
    private final String leadId;
    private final String schemaId;
    private final double[] values;

    /**
     * @param leadId where to ask: the node that has, or would have, a lead of this id
     * @param schemaId the {@link LeadSchema} of the values
     * @param values features in the order of the schema; the index of a category, NaN for unknown
     * @throws IllegalArgumentException if a text is blank
     */
    public ScoreQuestion(String leadId, String schemaId, double[] values) {
        this.leadId = Require.text("leadId", leadId);
        this.schemaId = Require.text("schemaId", schemaId);
        this.values = values.clone();
    }

    public String leadId() {
        return leadId;
    }

    public String schemaId() {
        return schemaId;
    }

    public double[] values() {
        return values.clone();
    }

    @Override
    public String toString() {
        return "ScoreQuestion[%s, %s]".formatted(leadId, schemaId);
    }
}
