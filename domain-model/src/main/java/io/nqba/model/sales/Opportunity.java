package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A deal: an account that may buy a product from an agent. Partitioned by its own id. */
public final class Opportunity {
    /** The day of what has not happened yet. */
    public static final long NOT_YET = Long.MAX_VALUE;

    @QuerySqlField(name = "OPPORTUNITY_ID")
    private final String opportunityId;

    @QuerySqlField(name = "ACCOUNT_ID", index = true)
    private final String accountId;

    @QuerySqlField(name = "PRODUCT_ID")
    private final String productId;

    @QuerySqlField(name = "REP_ID", index = true)
    private final String repId;

    @QuerySqlField(name = "STAGE")
    private final DealStage stage;

    @QuerySqlField(name = "ENGAGE_DAY")
    private final long engageDay;

    @QuerySqlField(name = "CLOSE_DAY")
    private final long closeDay;

    @QuerySqlField(name = "AMOUNT")
    private final double amount;

    @QuerySqlField(name = "OFFER")
    private final double offer;

    /** Null in rows that were stored before there were reasons. */
    @QuerySqlField(name = "REASON")
    private final @Nullable CloseReason reason;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    private Opportunity(Builder from) {
        this.opportunityId = Require.text("opportunityId", from.opportunityId);
        this.accountId = from.accountId;
        this.productId = Require.text("productId", from.productId);
        this.repId = from.repId;
        this.stage = from.stage;
        this.engageDay = from.engageDay;
        this.closeDay = from.closeDay;
        this.amount = from.amount;
        this.offer = Require.finite("offer", Require.notNegative("offer", from.offer, ""), "");
        this.reason = from.reason;
        this.revision = Require.within("revision", from.revision, 1, Long.MAX_VALUE);
        if (closeDay < engageDay && engageDay != NOT_YET) {
            throw new IllegalArgumentException(
                    "The closeDay (%d) must not lie before the engageDay (%d).".formatted(closeDay, engageDay));
        }
    }

    /**
     * Returns a builder of a new one; what is not set is empty, 0 or unknown.
     *
     * @param opportunityId identifier
     */
    public static Builder of(String opportunityId) {
        return new Builder(opportunityId);
    }

    /** Returns a builder that starts from this state. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns identifier. */
    public String opportunityId() {
        return opportunityId;
    }

    /** Returns the {@link Account}; empty when it is not known. */
    public String accountId() {
        return accountId;
    }

    /** Returns the {@link Product}. */
    public String productId() {
        return productId;
    }

    /** Returns the {@link SalesRep}; empty when nobody works on it. */
    public String repId() {
        return repId;
    }

    /** Returns how far it has come. */
    public DealStage stage() {
        return stage;
    }

    /** Returns day on which the talks began, epoch day; {@link #NOT_YET} before. */
    public long engageDay() {
        return engageDay;
    }

    /** Returns day on which it was won or lost, epoch day; {@link #NOT_YET} before. */
    public long closeDay() {
        return closeDay;
    }

    /** Returns money it brought, currency of the book, 0 when lost; NaN while it is open. */
    public double amount() {
        return amount;
    }

    /** Returns the price last offered, currency of the book; 0 when it is not known. Unlike the amount, a lost deal keeps it. */
    public double offer() {
        return offer;
    }

    /** Returns why it was won or lost. */
    public CloseReason reason() {
        return reason == null ? CloseReason.UNKNOWN : reason;
    }

    /** Returns 1, 2, 3 …, one more with every change. */
    public long revision() {
        return revision;
    }

    /** Returns whether it is neither won nor lost. */
    public boolean isOpen() {
        return stage == DealStage.PROSPECTING || stage == DealStage.ENGAGING;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Opportunity that
                && opportunityId.equals(that.opportunityId)
                && accountId.equals(that.accountId)
                && productId.equals(that.productId)
                && repId.equals(that.repId)
                && stage == that.stage
                && engageDay == that.engageDay
                && closeDay == that.closeDay
                && Double.compare(amount, that.amount) == 0
                && Double.compare(offer, that.offer) == 0
                && reason() == that.reason()
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                opportunityId,
                accountId,
                productId,
                repId,
                stage,
                engageDay,
                closeDay,
                amount,
                offer,
                reason(),
                revision);
    }

    @Override
    public String toString() {
        return "Opportunity[%s, %s]".formatted(opportunityId, stage);
    }

    /** Collects the fields of a new {@link Opportunity}. */
    public static final class Builder {
        private final String opportunityId;
        private String accountId = "";
        private String productId = "";
        private String repId = "";
        private DealStage stage = DealStage.PROSPECTING;
        private long engageDay = NOT_YET;
        private long closeDay = NOT_YET;
        private double amount = Double.NaN;
        private double offer;
        private CloseReason reason = CloseReason.UNKNOWN;
        private long revision = 1;

        private Builder(String opportunityId) {
            this.opportunityId = opportunityId;
        }

        private Builder(Opportunity from) {
            opportunityId = from.opportunityId;
            accountId = from.accountId;
            productId = from.productId;
            repId = from.repId;
            stage = from.stage;
            engageDay = from.engageDay;
            closeDay = from.closeDay;
            amount = from.amount;
            offer = from.offer;
            reason = from.reason();
            revision = from.revision;
        }

        /** Sets the {@link Account}; empty when it is not known. */
        public Builder accountId(String newAccountId) {
            this.accountId = newAccountId;
            return this;
        }

        /** Sets the {@link Product}. */
        public Builder productId(String newProductId) {
            this.productId = newProductId;
            return this;
        }

        /** Sets the {@link SalesRep}; empty when nobody works on it. */
        public Builder repId(String newRepId) {
            this.repId = newRepId;
            return this;
        }

        /** Sets how far it has come. */
        public Builder stage(DealStage newStage) {
            this.stage = newStage;
            return this;
        }

        /** Sets day on which the talks began, epoch day; {@link #NOT_YET} before. */
        public Builder engageDay(long newEngageDay) {
            this.engageDay = newEngageDay;
            return this;
        }

        /** Sets day on which it was won or lost, epoch day; {@link #NOT_YET} before. */
        public Builder closeDay(long newCloseDay) {
            this.closeDay = newCloseDay;
            return this;
        }

        /** Sets money it brought, currency of the book, 0 when lost; NaN while it is open. */
        public Builder amount(double newAmount) {
            this.amount = newAmount;
            return this;
        }

        /** Sets the price last offered, currency of the book; 0 when it is not known. */
        public Builder offer(double newOffer) {
            this.offer = newOffer;
            return this;
        }

        /** Sets why it was won or lost. */
        public Builder reason(CloseReason newReason) {
            this.reason = newReason;
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
        public Opportunity build() {
            return new Opportunity(this);
        }
    }
}
