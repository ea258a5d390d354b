package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit on the weight of several instruments together: those of a sector, of an issuer, or those that it names. Part of a {@link
 * PortfolioRequest}.
 */
public final class GroupBound {
    /** What makes instruments one group. */
    public enum Kind {
        SECTOR,
        ISSUER,
        /** The instruments that the limit names. */
        NAMED
    }

    private final Kind kind;
    private final String name;
    private final ArrayList<String> instrumentIds;
    private final double least;
    private final double most;

    /**
     * @param kind what makes the group
     * @param name the sector, the issuer, or what people call the group
     * @param instrumentIds the members of a {@link Kind#NAMED} group; empty otherwise
     * @param least least weight of all together; negative infinity for none
     * @param most greatest weight of all together; positive infinity for none
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public GroupBound(Kind kind, String name, List<String> instrumentIds, double least, double most) {
        this.kind = kind;
        this.name = Require.text("name", name);
        this.instrumentIds = new ArrayList<>(instrumentIds);
        this.least = least;
        this.most = most;
        if (!(least <= most)) {
            throw new IllegalArgumentException(
                    "The least weight (%s) of %s must not exceed its most (%s).".formatted(least, name, most));
        }
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public List<String> instrumentIds() {
        return List.copyOf(instrumentIds);
    }

    public double least() {
        return least;
    }

    public double most() {
        return most;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupBound that
                && kind == that.kind
                && name.equals(that.name)
                && instrumentIds.equals(that.instrumentIds)
                && Double.compare(least, that.least) == 0
                && Double.compare(most, that.most) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, instrumentIds, least, most);
    }

    @Override
    public String toString() {
        return "%s %s in %s..%s".formatted(kind, name, least, most);
    }
}
