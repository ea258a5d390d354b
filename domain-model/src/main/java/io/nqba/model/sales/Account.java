package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A company that buys or may buy. Partitioned by its own id. */
public final class Account {
    @QuerySqlField(name = "ACCOUNT_ID")
    private final String accountId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "NAME_KEY", index = true)
    private final String nameKey;

    @QuerySqlField(name = "SECTOR")
    private final String sector;

    @QuerySqlField(name = "REGION")
    private final String region;

    @QuerySqlField(name = "YEAR_FOUNDED")
    private final int yearFounded;

    @QuerySqlField(name = "REVENUE")
    private final double revenue;

    @QuerySqlField(name = "EMPLOYEES")
    private final int employees;

    @QuerySqlField(name = "PARENT_ID")
    private final String parentId;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    private Account(Builder from) {
        this.accountId = Require.text("accountId", from.accountId);
        this.name = Require.text("name", from.name);
        this.nameKey = from.nameKey;
        this.sector = from.sector;
        this.region = from.region;
        this.yearFounded = from.yearFounded;
        this.revenue = Require.finite("revenue", Require.notNegative("revenue", from.revenue, ""), "");
        this.employees = (int) Require.within("employees", from.employees, 0, Integer.MAX_VALUE);
        this.parentId = from.parentId;
        this.revision = Require.within("revision", from.revision, 1, Long.MAX_VALUE);
    }

    /**
     * Returns a builder of a new one; what is not set is empty, 0 or unknown.
     *
     * @param accountId identifier
     */
    public static Builder of(String accountId) {
        return new Builder(accountId);
    }

    /** Returns a builder that starts from this state. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns identifier. */
    public String accountId() {
        return accountId;
    }

    /** Returns what people call it. */
    public String name() {
        return name;
    }

    /** Returns its name as {@link NameKey} writes it: the same for spellings of the same name. */
    public String nameKey() {
        return nameKey;
    }

    /** Returns line of business; empty when it is not known. */
    public String sector() {
        return sector;
    }

    /** Returns where it is; empty when it is not known. */
    public String region() {
        return region;
    }

    /** Returns year; 0 when it is not known. */
    public int yearFounded() {
        return yearFounded;
    }

    /** Returns yearly revenue, currency of the book; 0 when it is not known. */
    public double revenue() {
        return revenue;
    }

    /** Returns people employed; 0 when it is not known. */
    public int employees() {
        return employees;
    }

    /** Returns the {@link Account} it belongs to; empty when there is none. */
    public String parentId() {
        return parentId;
    }

    /** Returns 1, 2, 3 …, one more with every change. */
    public long revision() {
        return revision;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account that
                && accountId.equals(that.accountId)
                && name.equals(that.name)
                && nameKey.equals(that.nameKey)
                && sector.equals(that.sector)
                && region.equals(that.region)
                && yearFounded == that.yearFounded
                && Double.compare(revenue, that.revenue) == 0
                && employees == that.employees
                && parentId.equals(that.parentId)
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                accountId, name, nameKey, sector, region, yearFounded, revenue, employees, parentId, revision);
    }

    @Override
    public String toString() {
        return "Account[%s, %s]".formatted(accountId, name);
    }

    /** Collects the fields of a new {@link Account}. */
    public static final class Builder {
        private final String accountId;
        private String name = "";
        private String nameKey = "";
        private String sector = "";
        private String region = "";
        private int yearFounded;
        private double revenue;
        private int employees;
        private String parentId = "";
        private long revision = 1;

        private Builder(String accountId) {
            this.accountId = accountId;
        }

        private Builder(Account from) {
            accountId = from.accountId;
            name = from.name;
            nameKey = from.nameKey;
            sector = from.sector;
            region = from.region;
            yearFounded = from.yearFounded;
            revenue = from.revenue;
            employees = from.employees;
            parentId = from.parentId;
            revision = from.revision;
        }

        /** Sets what people call it. */
        public Builder name(String newName) {
            this.name = newName;
            return this;
        }

        /** Sets its name as {@link NameKey} writes it: the same for spellings of the same name. */
        public Builder nameKey(String newNameKey) {
            this.nameKey = newNameKey;
            return this;
        }

        /** Sets line of business; empty when it is not known. */
        public Builder sector(String newSector) {
            this.sector = newSector;
            return this;
        }

        /** Sets where it is; empty when it is not known. */
        public Builder region(String newRegion) {
            this.region = newRegion;
            return this;
        }

        /** Sets year; 0 when it is not known. */
        public Builder yearFounded(int newYearFounded) {
            this.yearFounded = newYearFounded;
            return this;
        }

        /** Sets yearly revenue, currency of the book; 0 when it is not known. */
        public Builder revenue(double newRevenue) {
            this.revenue = newRevenue;
            return this;
        }

        /** Sets people employed; 0 when it is not known. */
        public Builder employees(int newEmployees) {
            this.employees = newEmployees;
            return this;
        }

        /** Sets the {@link Account} it belongs to; empty when there is none. */
        public Builder parentId(String newParentId) {
            this.parentId = newParentId;
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
        public Account build() {
            return new Account(this);
        }
    }
}
