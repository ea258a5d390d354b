package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link NotDuplicate}: two rows of a kind, the smaller id first. */
public final class NotDuplicateKey {
    @QuerySqlField(name = "KIND")
    private final String kind;

    @QuerySqlField(name = "ONE_ID", index = true)
    private final String oneId;

    @QuerySqlField(name = "OTHER_ID", index = true)
    private final String otherId;

    /**
     * @param kind name of a {@link DuplicateKind}
     * @param oneId the smaller id
     * @param otherId the larger id
     */
    private NotDuplicateKey(String kind, String oneId, String otherId) {
        this.kind = kind;
        this.oneId = Require.text("oneId", oneId);
        this.otherId = Require.text("otherId", otherId);
    }

    /** Returns the key of two rows, in whatever order. */
    public static NotDuplicateKey of(DuplicateKind kind, String id, String otherId) {
        return id.compareTo(otherId) <= 0
                ? new NotDuplicateKey(kind.name(), id, otherId)
                : new NotDuplicateKey(kind.name(), otherId, id);
    }

    public DuplicateKind kind() {
        return DuplicateKind.valueOf(kind);
    }

    public String oneId() {
        return oneId;
    }

    public String otherId() {
        return otherId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NotDuplicateKey that
                && kind.equals(that.kind)
                && oneId.equals(that.oneId)
                && otherId.equals(that.otherId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, oneId, otherId);
    }

    @Override
    public String toString() {
        return "NotDuplicateKey[%s, %s, %s]".formatted(kind, oneId, otherId);
    }
}
