package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Somebody who sells: an agent. Replicated. */
public final class SalesRep {
    @QuerySqlField(name = "REP_ID")
    private final String repId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "MANAGER")
    private final String manager;

    @QuerySqlField(name = "TERRITORY")
    private final String territory;

    @QuerySqlField(name = "LANGUAGES")
    private final String languages;

    @QuerySqlField(name = "SKILLS")
    private final String skills;

    @QuerySqlField(name = "HOURS_CAPACITY")
    private final double hoursCapacity;

    @QuerySqlField(name = "ACTIVE")
    private final boolean active;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    private SalesRep(Builder from) {
        this.repId = Require.text("repId", from.repId);
        this.name = Require.text("name", from.name);
        this.manager = from.manager;
        this.territory = from.territory;
        this.languages = from.languages;
        this.skills = from.skills;
        this.hoursCapacity =
                Require.finite("hoursCapacity", Require.notNegative("hoursCapacity", from.hoursCapacity, "h"), "h");
        this.active = from.active;
        this.revision = Require.within("revision", from.revision, 1, Long.MAX_VALUE);
    }

    /**
     * Returns a builder of a new one; what is not set is empty, 0 or unknown.
     *
     * @param repId identifier
     */
    public static Builder of(String repId) {
        return new Builder(repId);
    }

    /** Returns a builder that starts from this state. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns identifier. */
    public String repId() {
        return repId;
    }

    /** Returns what people call them. */
    public String name() {
        return name;
    }

    /** Returns who leads them. */
    public String manager() {
        return manager;
    }

    /** Returns region they work in; empty for any. */
    public String territory() {
        return territory;
    }

    /** Returns languages they speak, codes joined by commas, such as {@code en,de}; empty for any. */
    public String languages() {
        return languages;
    }

    /** Returns {@link Product} ids they sell, joined by commas; empty for all. */
    public String skills() {
        return skills;
    }

    /** Returns hours a period. */
    public double hoursCapacity() {
        return hoursCapacity;
    }

    /** Returns whether they get work. */
    public boolean active() {
        return active;
    }

    /** Returns 1, 2, 3 …, one more with every change. */
    public long revision() {
        return revision;
    }

    /** Returns whether they speak a language; true for an empty code. */
    public boolean speaks(String language) {
        return language.isEmpty() || listed(languages, language);
    }

    /** Returns whether they sell a product; true for an empty id. */
    public boolean sells(String productId) {
        return productId.isEmpty() || listed(skills, productId);
    }

    /** Returns whether they work in a territory; true for an empty one. */
    public boolean covers(String place) {
        return place.isEmpty() || territory.isEmpty() || territory.equals(place);
    }

    private static boolean listed(String list, String entry) {
        return list.isEmpty() || ("," + list + ",").contains("," + entry + ",");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SalesRep that
                && repId.equals(that.repId)
                && name.equals(that.name)
                && manager.equals(that.manager)
                && territory.equals(that.territory)
                && languages.equals(that.languages)
                && skills.equals(that.skills)
                && Double.compare(hoursCapacity, that.hoursCapacity) == 0
                && active == that.active
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(repId, name, manager, territory, languages, skills, hoursCapacity, active, revision);
    }

    @Override
    public String toString() {
        return "SalesRep[%s, %s, %s]".formatted(repId, territory, hoursCapacity);
    }

    /** Collects the fields of a new {@link SalesRep}. */
    public static final class Builder {
        private final String repId;
        private String name = "";
        private String manager = "";
        private String territory = "";
        private String languages = "";
        private String skills = "";
        private double hoursCapacity;
        private boolean active = true;
        private long revision = 1;

        private Builder(String repId) {
            this.repId = repId;
        }

        private Builder(SalesRep from) {
            repId = from.repId;
            name = from.name;
            manager = from.manager;
            territory = from.territory;
            languages = from.languages;
            skills = from.skills;
            hoursCapacity = from.hoursCapacity;
            active = from.active;
            revision = from.revision;
        }

        /** Sets what people call them. */
        public Builder name(String newName) {
            this.name = newName;
            return this;
        }

        /** Sets who leads them. */
        public Builder manager(String newManager) {
            this.manager = newManager;
            return this;
        }

        /** Sets region they work in; empty for any. */
        public Builder territory(String newTerritory) {
            this.territory = newTerritory;
            return this;
        }

        /** Sets languages they speak, codes joined by commas, such as {@code en,de}; empty for any. */
        public Builder languages(String newLanguages) {
            this.languages = newLanguages;
            return this;
        }

        /** Sets {@link Product} ids they sell, joined by commas; empty for all. */
        public Builder skills(String newSkills) {
            this.skills = newSkills;
            return this;
        }

        /** Sets hours a period. */
        public Builder hoursCapacity(double newHoursCapacity) {
            this.hoursCapacity = newHoursCapacity;
            return this;
        }

        /** Sets whether they get work. */
        public Builder active(boolean newActive) {
            this.active = newActive;
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
        public SalesRep build() {
            return new SalesRep(this);
        }
    }
}
