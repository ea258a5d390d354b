package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may buy. Partitioned by its own id; its activities and its score lie with it. Who it is stands sealed in
 * {@link #person()}; everything else is readable and must not name the person.
 */
public final class Lead {
    @QuerySqlField(name = "LEAD_ID")
    private final String leadId;

    @QuerySqlField(name = "SCHEMA_ID")
    private final String schemaId;

    private final double[] values;

    @QuerySqlField(name = "COMPANY")
    private final String company;

    @QuerySqlField(name = "COMPANY_KEY", index = true)
    private final String companyKey;

    private final PersonalData person;

    @QuerySqlField(name = "EMAIL_HASH", index = true)
    private final String emailHash;

    @QuerySqlField(name = "SOURCE")
    private final String source;

    @QuerySqlField(name = "CAMPAIGN_ID")
    private final String campaignId;

    @QuerySqlField(name = "TERRITORY")
    private final String territory;

    @QuerySqlField(name = "LANGUAGE")
    private final String language;

    @QuerySqlField(name = "PRODUCT_ID")
    private final String productId;

    @QuerySqlField(name = "AMOUNT")
    private final double amount;

    @QuerySqlField(name = "WORK_HOURS")
    private final double workHours;

    @QuerySqlField(name = "OWNER_REP_ID", index = true)
    private final String ownerRepId;

    @QuerySqlField(name = "STATUS")
    private final LeadStatus status;

    @QuerySqlField(name = "CREATED_AT_MILLIS", index = true)
    private final long createdAtMillis;

    @QuerySqlField(name = "OUTCOME")
    private final Outcome outcome;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    private Lead(Builder from) {
        this.leadId = Require.text("leadId", from.leadId);
        this.schemaId = Require.text("schemaId", from.schemaId);
        this.values = from.values.clone();
        this.company = from.company;
        this.companyKey = from.companyKey;
        this.person = from.person;
        this.emailHash = from.emailHash;
        this.source = from.source;
        this.campaignId = from.campaignId;
        this.territory = from.territory;
        this.language = from.language;
        this.productId = from.productId;
        this.amount = Require.finite("amount", Require.notNegative("amount", from.amount, ""), "");
        this.workHours = Require.finite("workHours", Require.notNegative("workHours", from.workHours, "h"), "h");
        this.ownerRepId = from.ownerRepId;
        this.status = from.status;
        this.createdAtMillis = from.createdAtMillis;
        this.outcome = from.outcome;
        this.revision = Require.within("revision", from.revision, 1, Long.MAX_VALUE);
    }

    /**
     * Returns a builder of a new one; what is not set is empty, 0 or unknown.
     *
     * @param leadId identifier; random, never made from who the lead is
     */
    public static Builder of(String leadId) {
        return new Builder(leadId);
    }

    /** Returns a builder that starts from this state. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns identifier; random, never made from who the lead is. */
    public String leadId() {
        return leadId;
    }

    /** Returns the {@link LeadSchema} of its values. */
    public String schemaId() {
        return schemaId;
    }

    /** Returns features in the order of the schema; the index of a category, NaN for unknown. */
    public double[] values() {
        return values.clone();
    }

    /** Returns company as it was written; empty for a private person. */
    public String company() {
        return company;
    }

    /** Returns the company as {@link NameKey} writes it. */
    public String companyKey() {
        return companyKey;
    }

    /** Returns name, e-mail and phone, sealed. */
    public PersonalData person() {
        return person;
    }

    /** Returns keyed hash of the e-mail; empty when there is none. */
    public String emailHash() {
        return emailHash;
    }

    /** Returns where it came from, such as {@code web}. */
    public String source() {
        return source;
    }

    /** Returns the {@link Campaign}; empty when there is none. */
    public String campaignId() {
        return campaignId;
    }

    /** Returns region it belongs to; empty for any. */
    public String territory() {
        return territory;
    }

    /** Returns language code; empty for any. */
    public String language() {
        return language;
    }

    /** Returns the {@link Product} it may buy; empty when it is not known. */
    public String productId() {
        return productId;
    }

    /** Returns money expected if it is won, currency of the book. */
    public double amount() {
        return amount;
    }

    /** Returns hours an agent needs for it. */
    public double workHours() {
        return workHours;
    }

    /** Returns the {@link SalesRep} who works on it; empty when nobody does. */
    public String ownerRepId() {
        return ownerRepId;
    }

    /** Returns how far the work has come. */
    public LeadStatus status() {
        return status;
    }

    /** Returns when it came in, epoch milliseconds. */
    public long createdAtMillis() {
        return createdAtMillis;
    }

    /** Returns what became of it. */
    public Outcome outcome() {
        return outcome;
    }

    /** Returns 1, 2, 3 …, one more with every change. */
    public long revision() {
        return revision;
    }

    /** Returns one feature: the index of a category, NaN for unknown. */
    public double value(int feature) {
        return values[feature];
    }

    /** Returns how many features it has. */
    public int width() {
        return values.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lead that
                && leadId.equals(that.leadId)
                && schemaId.equals(that.schemaId)
                && Arrays.equals(values, that.values)
                && company.equals(that.company)
                && companyKey.equals(that.companyKey)
                && person.equals(that.person)
                && emailHash.equals(that.emailHash)
                && source.equals(that.source)
                && campaignId.equals(that.campaignId)
                && territory.equals(that.territory)
                && language.equals(that.language)
                && productId.equals(that.productId)
                && Double.compare(amount, that.amount) == 0
                && Double.compare(workHours, that.workHours) == 0
                && ownerRepId.equals(that.ownerRepId)
                && status == that.status
                && createdAtMillis == that.createdAtMillis
                && outcome == that.outcome
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                leadId,
                schemaId,
                Arrays.hashCode(values),
                company,
                companyKey,
                person,
                emailHash,
                source,
                campaignId,
                territory,
                language,
                productId,
                amount,
                workHours,
                ownerRepId,
                status,
                createdAtMillis,
                outcome,
                revision);
    }

    @Override
    public String toString() {
        return "Lead[%s, %s, %s, %s]".formatted(leadId, schemaId, status, revision);
    }

    /** Collects the fields of a new {@link Lead}. */
    public static final class Builder {
        private final String leadId;
        private String schemaId = "";
        private double[] values = {};
        private String company = "";
        private String companyKey = "";
        private PersonalData person = PersonalData.NONE;
        private String emailHash = "";
        private String source = "";
        private String campaignId = "";
        private String territory = "";
        private String language = "";
        private String productId = "";
        private double amount;
        private double workHours;
        private String ownerRepId = "";
        private LeadStatus status = LeadStatus.NEW;
        private long createdAtMillis;
        private Outcome outcome = Outcome.UNKNOWN;
        private long revision = 1;

        private Builder(String leadId) {
            this.leadId = leadId;
        }

        private Builder(Lead from) {
            leadId = from.leadId;
            schemaId = from.schemaId;
            values = from.values;
            company = from.company;
            companyKey = from.companyKey;
            person = from.person;
            emailHash = from.emailHash;
            source = from.source;
            campaignId = from.campaignId;
            territory = from.territory;
            language = from.language;
            productId = from.productId;
            amount = from.amount;
            workHours = from.workHours;
            ownerRepId = from.ownerRepId;
            status = from.status;
            createdAtMillis = from.createdAtMillis;
            outcome = from.outcome;
            revision = from.revision;
        }

        /** Sets the {@link LeadSchema} of its values. */
        public Builder schemaId(String newSchemaId) {
            this.schemaId = newSchemaId;
            return this;
        }

        /** Sets features in the order of the schema; the index of a category, NaN for unknown. */
        public Builder values(double[] newValues) {
            this.values = newValues.clone();
            return this;
        }

        /** Sets company as it was written; empty for a private person. */
        public Builder company(String newCompany) {
            this.company = newCompany;
            return this;
        }

        /** Sets the company as {@link NameKey} writes it. */
        public Builder companyKey(String newCompanyKey) {
            this.companyKey = newCompanyKey;
            return this;
        }

        /** Sets name, e-mail and phone, sealed. */
        public Builder person(PersonalData newPerson) {
            this.person = newPerson;
            return this;
        }

        /** Sets keyed hash of the e-mail; empty when there is none. */
        public Builder emailHash(String newEmailHash) {
            this.emailHash = newEmailHash;
            return this;
        }

        /** Sets where it came from, such as {@code web}. */
        public Builder source(String newSource) {
            this.source = newSource;
            return this;
        }

        /** Sets the {@link Campaign}; empty when there is none. */
        public Builder campaignId(String newCampaignId) {
            this.campaignId = newCampaignId;
            return this;
        }

        /** Sets region it belongs to; empty for any. */
        public Builder territory(String newTerritory) {
            this.territory = newTerritory;
            return this;
        }

        /** Sets language code; empty for any. */
        public Builder language(String newLanguage) {
            this.language = newLanguage;
            return this;
        }

        /** Sets the {@link Product} it may buy; empty when it is not known. */
        public Builder productId(String newProductId) {
            this.productId = newProductId;
            return this;
        }

        /** Sets money expected if it is won, currency of the book. */
        public Builder amount(double newAmount) {
            this.amount = newAmount;
            return this;
        }

        /** Sets hours an agent needs for it. */
        public Builder workHours(double newWorkHours) {
            this.workHours = newWorkHours;
            return this;
        }

        /** Sets the {@link SalesRep} who works on it; empty when nobody does. */
        public Builder ownerRepId(String newOwnerRepId) {
            this.ownerRepId = newOwnerRepId;
            return this;
        }

        /** Sets how far the work has come. */
        public Builder status(LeadStatus newStatus) {
            this.status = newStatus;
            return this;
        }

        /** Sets when it came in, epoch milliseconds. */
        public Builder createdAtMillis(long newCreatedAtMillis) {
            this.createdAtMillis = newCreatedAtMillis;
            return this;
        }

        /** Sets what became of it. */
        public Builder outcome(Outcome newOutcome) {
            this.outcome = newOutcome;
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
        public Lead build() {
            return new Lead(this);
        }
    }
}
