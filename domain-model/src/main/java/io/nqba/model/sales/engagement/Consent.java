package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Whether a person may be reached on a channel. */
public final class Consent {
    @QuerySqlField(name = "GIVEN")
    private final boolean given;

    @QuerySqlField(name = "AT_MILLIS", index = true)
    private final long atMillis;

    @QuerySqlField(name = "SOURCE")
    private final String source;

    @QuerySqlField(name = "RECORDED_BY")
    private final String recordedBy;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    /**
     * @param given whether consent was given; false when it was withdrawn
     * @param atMillis when the person said so, epoch milliseconds
     * @param source where the person said so, such as {@code web form}
     * @param recordedBy account that wrote it down
     * @param revision 1, 2, 3 …, one more with every change
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Consent(boolean given, long atMillis, String source, String recordedBy, long revision) {
        this.given = given;
        this.atMillis = atMillis;
        this.source = source;
        this.recordedBy = recordedBy;
        this.revision = Require.within("revision", revision, 1, Long.MAX_VALUE);
    }

    public boolean given() {
        return given;
    }

    public long atMillis() {
        return atMillis;
    }

    public String source() {
        return source;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public long revision() {
        return revision;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Consent that
                && given == that.given
                && atMillis == that.atMillis
                && source.equals(that.source)
                && recordedBy.equals(that.recordedBy)
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(given, atMillis, source, recordedBy, revision);
    }

    @Override
    public String toString() {
        return "Consent[%s, %s]".formatted(given, source);
    }
}
