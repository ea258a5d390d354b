package io.nqba.console.sales;

import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.Outcome;
import io.nqba.privacy.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead as REST shows it.
 *
 * @param company as it was written; null for a private person
 * @param person as far as the reader may see
 * @param amount money expected if it is won, currency of the book
 * @param workHours hours an agent needs for it
 * @param features numbers and words by name; what is not known is left out
 * @param score what its model thinks of it; null when it was never scored, and in lists
 * @param probability that it is won, 0..1; null when it was never scored
 * @param grade A to E; null when it was never scored
 */
public record LeadView(
        String id,
        String schemaId,
        @Nullable String company,
        PersonView person,
        @Nullable String source,
        @Nullable String campaignId,
        @Nullable String territory,
        @Nullable String language,
        @Nullable String productId,
        double amount,
        double workHours,
        @Nullable String ownerRepId,
        LeadStatus status,
        Outcome outcome,
        Instant createdAt,
        Map<String, Object> features,
        @Nullable ScoreView score,
        @Nullable Double probability,
        @Nullable String grade,
        long revision)
        implements RevisedView {
    /**
     * What a model thinks of a lead.
     *
     * @param reasons strongest first
     */
    public record ScoreView(
            String modelId, double probability, String grade, List<ReasonView> reasons, Instant scoredAt) {
        static ScoreView of(LeadScore score) {
            String[] words = score.reasons();
            double[] contributions = score.contributions();
            List<ReasonView> reasons = new ArrayList<>();
            for (int i = 0; i < words.length; i++) {
                reasons.add(new ReasonView(words[i], i < contributions.length ? contributions[i] : 0));
            }
            return new ScoreView(
                    score.modelId(),
                    score.probability(),
                    score.grade().name(),
                    List.copyOf(reasons),
                    Instant.ofEpochMilli(score.scoredAtMillis()));
        }
    }

    /**
     * One reason.
     *
     * @param text in words
     * @param contribution what it adds to the log odds
     */
    public record ReasonView(String text, double contribution) {}

    static LeadView of(ScoredLead scored, Person person, boolean clear, @Nullable LeadSchema schema) {
        Lead lead = scored.lead();
        return new LeadView(
                lead.leadId(),
                lead.schemaId(),
                known(lead.company()),
                PersonView.of(person, clear),
                known(lead.source()),
                known(lead.campaignId()),
                known(lead.territory()),
                known(lead.language()),
                known(lead.productId()),
                lead.amount(),
                lead.workHours(),
                known(lead.ownerRepId()),
                lead.status(),
                lead.outcome(),
                Instant.ofEpochMilli(lead.createdAtMillis()),
                features(lead, schema),
                null,
                scored.probability(),
                scored.grade(),
                lead.revision());
    }

    LeadView with(LeadScore found) {
        return new LeadView(
                id,
                schemaId,
                company,
                person,
                source,
                campaignId,
                territory,
                language,
                productId,
                amount,
                workHours,
                ownerRepId,
                status,
                outcome,
                createdAt,
                features,
                ScoreView.of(found),
                found.probability(),
                found.grade().name(),
                revision);
    }

    private static Map<String, Object> features(Lead lead, @Nullable LeadSchema schema) {
        Map<String, Object> features = new LinkedHashMap<>();
        if (schema == null) {
            return features;
        }
        String[] names = schema.names();
        FeatureKind[] kinds = schema.kinds();
        String[][] categories = schema.categories();
        double[] values = lead.values();
        for (int i = 0; i < Math.min(names.length, values.length); i++) {
            if (!Double.isNaN(values[i])) {
                features.put(names[i], kinds[i] == FeatureKind.NUMBER ? values[i] : categories[i][(int) values[i]]);
            }
        }
        return features;
    }

    static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
