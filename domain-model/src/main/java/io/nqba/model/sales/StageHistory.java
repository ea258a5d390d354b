package io.nqba.model.sales;

import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A stage that an opportunity came to. */
public final class StageHistory {
    @QuerySqlField(name = "STAGE")
    private final DealStage stage;

    @QuerySqlField(name = "DAY")
    private final long day;

    /**
     * @param stage the stage
     * @param day day on which it came there, epoch day
     */
    public StageHistory(DealStage stage, long day) {
        this.stage = stage;
        this.day = day;
    }

    public DealStage stage() {
        return stage;
    }

    public long day() {
        return day;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StageHistory that && stage == that.stage && day == that.day;
    }

    @Override
    public int hashCode() {
        return Objects.hash(stage, day);
    }

    @Override
    public String toString() {
        return "StageHistory[%s, %s]".formatted(stage, day);
    }
}
