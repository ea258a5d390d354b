package io.nqba.compute.sales.engagement;

import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.engagement.LeadCondition;
import io.nqba.model.sales.engagement.LeadSegment;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What conditions look at, of one lead. What lies in other caches is read only when a condition asks for it.
 *
 * @param score reads its score; null when it has none
 * @param lastContactMillis reads when something was done with it last; 0 when nothing was
 */
record LeadFacts(
        Lead lead,
        @Nullable LeadSchema schema,
        Supplier<@Nullable LeadScore> score,
        LongSupplier lastContactMillis,
        long nowMillis) {
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    /** Returns whether the lead belongs to a segment. */
    boolean belongsTo(LeadSegment segment) {
        return (segment.schemaId().isEmpty() || segment.schemaId().equals(lead.schemaId()))
                && Arrays.stream(segment.conditions()).allMatch(this::meets);
    }

    boolean meets(LeadCondition condition) {
        return switch (condition.fact()) {
            case STATUS -> condition.meets(lead.status().name());
            case GRADE -> condition.meets(grade());
            case SOURCE -> condition.meets(lead.source());
            case TERRITORY -> condition.meets(lead.territory());
            case PRODUCT -> condition.meets(lead.productId());
            case CAMPAIGN -> condition.meets(lead.campaignId());
            case LANGUAGE -> condition.meets(lead.language());
            case OWNER -> condition.meets(lead.ownerRepId());
            case PROBABILITY -> condition.meets(probability());
            case AMOUNT -> condition.meets(lead.amount());
            case AGE_DAYS -> condition.meets((nowMillis - lead.createdAtMillis()) / DAY_MILLIS);
            case SILENT_DAYS -> condition.meets(silentDays());
            case FEATURE -> feature(condition);
        };
    }

    double silentDays() {
        return (nowMillis - Math.max(lead.createdAtMillis(), lastContactMillis.getAsLong())) / DAY_MILLIS;
    }

    private String grade() {
        LeadScore found = score.get();
        return found == null ? "" : found.grade().name();
    }

    private double probability() {
        LeadScore found = score.get();
        return found == null ? Double.NaN : found.probability();
    }

    private boolean feature(LeadCondition condition) {
        int at = schema == null ? -1 : Arrays.asList(schema.names()).indexOf(condition.feature());
        if (schema == null || at < 0 || at >= lead.width()) {
            return false;
        }
        double value = lead.value(at);
        boolean number = schema.kinds()[at] == FeatureKind.NUMBER;
        if (condition.comparesNumbers()) {
            return number && condition.meets(value);
        }
        List<String> words = schema.words(at);
        return !number && condition.meets(value >= 0 && value < words.size() ? words.get((int) value) : "");
    }
}
