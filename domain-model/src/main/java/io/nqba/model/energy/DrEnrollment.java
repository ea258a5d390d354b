package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A site takes part in a demand-response event. */
public final class DrEnrollment {
    @QuerySqlField(name = "COMMITTED_KW")
    private final double committedKw;

    @QuerySqlField(name = "ENROLLED_MILLIS")
    private final long enrolledMillis;

    /**
     * @param committedKw reduction the site has promised, kW
     * @param enrolledMillis when it enrolled, epoch milliseconds
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public DrEnrollment(double committedKw, long enrolledMillis) {
        this.committedKw = Require.notNegative("committedKw", committedKw, "kW");
        this.enrolledMillis = enrolledMillis;
    }

    public double committedKw() {
        return committedKw;
    }

    public long enrolledMillis() {
        return enrolledMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DrEnrollment that
                && Double.compare(committedKw, that.committedKw) == 0
                && enrolledMillis == that.enrolledMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(committedKw, enrolledMillis);
    }

    @Override
    public String toString() {
        return "DrEnrollment[%s, %s]".formatted(committedKw, enrolledMillis);
    }
}
