package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;

/** What is worth most to do with a lead next. Crosses the grid wire. */
public final class NextAction {
    private final String leadId;
    private final ActionOption[] options;
    private final double probability;
    private final double hourPrice;
    private final String basis;

    /**
     * @param leadId the {@link io.nqba.model.sales.Lead}
     * @param options what can be done, the most valuable first, what is not possible last
     * @param probability that it is won, 0..1
     * @param hourPrice what an hour of its agent is worth, currency of the book; 0 when nothing has priced it
     * @param basis what the figures rest on, and what they do not say
     */
    public NextAction(String leadId, ActionOption[] options, double probability, double hourPrice, String basis) {
        this.leadId = Require.text("leadId", leadId);
        this.options = options.clone();
        this.probability = probability;
        this.hourPrice = hourPrice;
        this.basis = basis;
    }

    public String leadId() {
        return leadId;
    }

    public ActionOption[] options() {
        return options.clone();
    }

    public double probability() {
        return probability;
    }

    public double hourPrice() {
        return hourPrice;
    }

    public String basis() {
        return basis;
    }

    /** Returns what is worth most. */
    public ActionOption best() {
        return options[0];
    }

    @Override
    public String toString() {
        return "NextAction[%s, %s]".formatted(leadId, options[0]);
    }
}
