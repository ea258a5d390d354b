package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** How likely a lead is to be won, with the reasons. Lies with its lead. */
public final class LeadScore {
    @QuerySqlField(name = "LEAD_ID")
    private final String leadId;

    @QuerySqlField(name = "MODEL_ID")
    private final String modelId;

    @QuerySqlField(name = "PROBABILITY")
    private final double probability;

    @QuerySqlField(name = "GRADE")
    private final LeadGrade grade;

    private final String[] reasons;

    private final double[] contributions;

    @QuerySqlField(name = "SCORED_AT_MILLIS")
    private final long scoredAtMillis;

    @QuerySqlField(name = "LEAD_REVISION")
    private final long leadRevision;

    private final long valuesPrint;

    /**
     * A score of values that are those of no stored lead.
     *
     * @param leadId the {@link Lead}
     * @param modelId the {@link ScoringModel} that scored it
     * @param probability calibrated probability that it is won, 0..1
     * @param grade the probability in one letter
     * @param reasons what counts most, in words, strongest first
     * @param contributions what each reason adds to the log odds, in the order of the reasons
     * @param scoredAtMillis when, epoch milliseconds
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public LeadScore(
            String leadId,
            String modelId,
            double probability,
            LeadGrade grade,
            String[] reasons,
            double[] contributions,
            long scoredAtMillis) {
        this(leadId, modelId, probability, grade, reasons, contributions, scoredAtMillis, 0, 0);
    }

    private LeadScore(
            String leadId,
            String modelId,
            double probability,
            LeadGrade grade,
            String[] reasons,
            double[] contributions,
            long scoredAtMillis,
            long leadRevision,
            long valuesPrint) {
        this.leadId = Require.text("leadId", leadId);
        this.modelId = Require.text("modelId", modelId);
        this.probability = Require.fraction("probability", probability);
        this.grade = grade;
        this.reasons = reasons.clone();
        this.contributions = contributions.clone();
        this.scoredAtMillis = scoredAtMillis;
        this.leadRevision = leadRevision;
        this.valuesPrint = valuesPrint;
    }

    /** Returns the same score as that of a stored lead in its present state. */
    public LeadScore of(Lead lead) {
        return new LeadScore(
                lead.leadId(),
                modelId,
                probability,
                grade,
                reasons,
                contributions,
                scoredAtMillis,
                lead.revision(),
                print(lead));
    }

    /** Whether the score still tells of a lead: nothing that a model looks at has changed since. */
    public boolean tellsOf(Lead lead) {
        return valuesPrint == print(lead);
    }

    /** Whether a score may take the place of another one: it does not look at an older state of the lead. */
    public boolean mayReplace(@Nullable LeadScore other) {
        return other == null || leadRevision >= other.leadRevision;
    }

    /** A print of what a model looks at. */
    private static long print(Lead lead) {
        return (long) lead.schemaId().hashCode() << 32 ^ Arrays.hashCode(lead.values());
    }

    public String leadId() {
        return leadId;
    }

    public String modelId() {
        return modelId;
    }

    public double probability() {
        return probability;
    }

    public LeadGrade grade() {
        return grade;
    }

    public String[] reasons() {
        return reasons.clone();
    }

    public double[] contributions() {
        return contributions.clone();
    }

    public long scoredAtMillis() {
        return scoredAtMillis;
    }

    /** Returns the revision of the lead that was scored; 0 where no stored lead was. */
    public long leadRevision() {
        return leadRevision;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LeadScore that
                && leadId.equals(that.leadId)
                && modelId.equals(that.modelId)
                && Double.compare(probability, that.probability) == 0
                && grade == that.grade
                && Arrays.equals(reasons, that.reasons)
                && Arrays.equals(contributions, that.contributions)
                && scoredAtMillis == that.scoredAtMillis
                && leadRevision == that.leadRevision
                && valuesPrint == that.valuesPrint;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                leadId,
                modelId,
                probability,
                grade,
                Arrays.hashCode(reasons),
                Arrays.hashCode(contributions),
                scoredAtMillis,
                leadRevision,
                valuesPrint);
    }

    @Override
    public String toString() {
        return "LeadScore[%s, %s, %s]".formatted(leadId, probability, grade);
    }
}
