package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A trained model that scores the leads of one schema. Replicated. */
public final class ScoringModel {
    @QuerySqlField(name = "MODEL_ID")
    private final String modelId;

    @QuerySqlField(name = "SCHEMA_ID")
    private final String schemaId;

    @QuerySqlField(name = "KIND")
    private final ModelKind kind;

    @QuerySqlField(name = "STATE")
    private final ModelState state;

    private final ModelParameters parameters;

    private final ModelCard card;

    private final DriftReference drift;

    @QuerySqlField(name = "TRAINED_ROWS")
    private final long trainedRows;

    @QuerySqlField(name = "TRAINED_AT_MILLIS")
    private final long trainedAtMillis;

    @QuerySqlField(name = "TRAINED_BY")
    private final String trainedBy;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    private ScoringModel(Builder from) {
        this.modelId = Require.text("modelId", from.modelId);
        this.schemaId = Require.text("schemaId", from.schemaId);
        this.kind = from.kind;
        this.state = from.state;
        this.parameters = from.parameters;
        this.card = from.card;
        this.drift = from.drift;
        this.trainedRows = Require.within("trainedRows", from.trainedRows, 0, Long.MAX_VALUE);
        this.trainedAtMillis = from.trainedAtMillis;
        this.trainedBy = from.trainedBy;
        this.revision = Require.within("revision", from.revision, 1, Long.MAX_VALUE);
    }

    /**
     * Returns a builder of a new one; what is not set is empty, 0 or unknown.
     *
     * @param modelId identifier
     */
    public static Builder of(String modelId) {
        return new Builder(modelId);
    }

    /** Returns a builder that starts from this state. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns identifier. */
    public String modelId() {
        return modelId;
    }

    /** Returns the {@link LeadSchema} it was trained on. */
    public String schemaId() {
        return schemaId;
    }

    /** Returns how it computes. */
    public ModelKind kind() {
        return kind;
    }

    /** Returns what it is used for. */
    public ModelState state() {
        return state;
    }

    /** Returns what it computes with. */
    public ModelParameters parameters() {
        return parameters;
    }

    /** Returns how good it is. */
    public ModelCard card() {
        return card;
    }

    /** Returns what later leads are compared with. */
    public DriftReference drift() {
        return drift;
    }

    /** Returns leads it was trained on. */
    public long trainedRows() {
        return trainedRows;
    }

    /** Returns when, epoch milliseconds. */
    public long trainedAtMillis() {
        return trainedAtMillis;
    }

    /** Returns account that asked. */
    public String trainedBy() {
        return trainedBy;
    }

    /** Returns 1, 2, 3 …, one more with every change. */
    public long revision() {
        return revision;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoringModel that
                && modelId.equals(that.modelId)
                && schemaId.equals(that.schemaId)
                && kind == that.kind
                && state == that.state
                && parameters.equals(that.parameters)
                && card.equals(that.card)
                && drift.equals(that.drift)
                && trainedRows == that.trainedRows
                && trainedAtMillis == that.trainedAtMillis
                && trainedBy.equals(that.trainedBy)
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                modelId,
                schemaId,
                kind,
                state,
                parameters,
                card,
                drift,
                trainedRows,
                trainedAtMillis,
                trainedBy,
                revision);
    }

    @Override
    public String toString() {
        return "ScoringModel[%s, %s, %s]".formatted(modelId, kind, state);
    }

    /** Collects the fields of a new {@link ScoringModel}. */
    public static final class Builder {
        private final String modelId;
        private String schemaId = "";
        private ModelKind kind = ModelKind.LOGISTIC;
        private ModelState state = ModelState.CHALLENGER;
        private ModelParameters parameters = ModelParameters.NONE;
        private ModelCard card = ModelCard.NONE;
        private DriftReference drift = DriftReference.NONE;
        private long trainedRows;
        private long trainedAtMillis;
        private String trainedBy = "";
        private long revision = 1;

        private Builder(String modelId) {
            this.modelId = modelId;
        }

        private Builder(ScoringModel from) {
            modelId = from.modelId;
            schemaId = from.schemaId;
            kind = from.kind;
            state = from.state;
            parameters = from.parameters;
            card = from.card;
            drift = from.drift;
            trainedRows = from.trainedRows;
            trainedAtMillis = from.trainedAtMillis;
            trainedBy = from.trainedBy;
            revision = from.revision;
        }

        /** Sets the {@link LeadSchema} it was trained on. */
        public Builder schemaId(String newSchemaId) {
            this.schemaId = newSchemaId;
            return this;
        }

        /** Sets how it computes. */
        public Builder kind(ModelKind newKind) {
            this.kind = newKind;
            return this;
        }

        /** Sets what it is used for. */
        public Builder state(ModelState newState) {
            this.state = newState;
            return this;
        }

        /** Sets what it computes with. */
        public Builder parameters(ModelParameters newParameters) {
            this.parameters = newParameters;
            return this;
        }

        /** Sets how good it is. */
        public Builder card(ModelCard newCard) {
            this.card = newCard;
            return this;
        }

        /** Sets what later leads are compared with. */
        public Builder drift(DriftReference newDrift) {
            this.drift = newDrift;
            return this;
        }

        /** Sets leads it was trained on. */
        public Builder trainedRows(long newTrainedRows) {
            this.trainedRows = newTrainedRows;
            return this;
        }

        /** Sets when, epoch milliseconds. */
        public Builder trainedAtMillis(long newTrainedAtMillis) {
            this.trainedAtMillis = newTrainedAtMillis;
            return this;
        }

        /** Sets account that asked. */
        public Builder trainedBy(String newTrainedBy) {
            this.trainedBy = newTrainedBy;
            return this;
        }

        /** Sets 1, 2, 3 …, one more with every change. */
        public Builder revision(long newRevision) {
            this.revision = newRevision;
            return this;
        }

        /**
         * Builds it.
         *
         * @throws IllegalArgumentException if a value is outside its range; the text names it
         */
        public ScoringModel build() {
            return new ScoringModel(this);
        }
    }
}
