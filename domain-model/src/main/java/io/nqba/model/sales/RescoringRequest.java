package io.nqba.model.sales;

import io.nqba.model.error.Require;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision that a model shall score the leads of its schema from now on. It is champion as soon as the run is queued; the run
 * then scores every lead anew. Immutable; crosses the grid wire.
 */
public final class RescoringRequest implements RunRequest {
    /** Kind of such runs. */
    public static final String KIND = "lead-rescoring";

    private static final long TIME_LIMIT_MILLIS = 3_600_000;

    private final String modelId;
    private final String schemaId;
    private final long revision;

    /**
     * @param modelId the {@link ScoringModel}
     * @param schemaId the {@link LeadSchema} whose leads it scores
     * @param revision revision of the model that the person has seen
     * @throws IllegalArgumentException if a text is blank or the revision below 1
     */
    public RescoringRequest(String modelId, String schemaId, long revision) {
        this.modelId = Require.text("modelId", modelId);
        this.schemaId = Require.text("schemaId", schemaId);
        this.revision = Require.within("revision", revision, 1, Long.MAX_VALUE);
    }

    public String modelId() {
        return modelId;
    }

    public String schemaId() {
        return schemaId;
    }

    public long revision() {
        return revision;
    }

    @Override
    public BusinessUnit unit() {
        return BusinessUnit.SIGMA;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return schemaId;
    }

    @Override
    public long timeLimitMillis() {
        return TIME_LIMIT_MILLIS;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RescoringRequest that
                && modelId.equals(that.modelId)
                && schemaId.equals(that.schemaId)
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(modelId, schemaId, revision);
    }

    @Override
    public String toString() {
        return "RescoringRequest[%s, %d]".formatted(modelId, revision);
    }
}
