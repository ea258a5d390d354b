package io.nqba.model.optimisation;

import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** One step of a run, in the order it happened. */
public final class RunProgress {
    @QuerySqlField(name = "STATE")
    private final RunState state;

    @QuerySqlField(name = "ROUND")
    private final int round;

    @QuerySqlField(name = "VALUE")
    private final double value;

    @QuerySqlField(name = "BOUND")
    private final double bound;

    @QuerySqlField(name = "GAP")
    private final double gap;

    @QuerySqlField(name = "ELAPSED_MILLIS")
    private final long elapsedMillis;

    @QuerySqlField(name = "NODES")
    private final int nodes;

    @QuerySqlField(name = "BYTES")
    private final long bytes;

    @QuerySqlField(name = "MESSAGE")
    private final String message;

    /**
     * @param state state after this step
     * @param round rounds that count so far
     * @param value objective of the best answer so far, NaN before there is one
     * @param bound best proven bound so far, NaN before there is one
     * @param gap |value - bound| / |value|, NaN before both are known
     * @param elapsedMillis since the run started
     * @param nodes nodes that took part in the round
     * @param bytes bytes of answers received in the round
     * @param message what happened, for people; may be empty
     */
    public RunProgress(
            RunState state,
            int round,
            double value,
            double bound,
            double gap,
            long elapsedMillis,
            int nodes,
            long bytes,
            String message) {
        this.state = state;
        this.round = round;
        this.value = value;
        this.bound = bound;
        this.gap = gap;
        this.elapsedMillis = elapsedMillis;
        this.nodes = nodes;
        this.bytes = bytes;
        this.message = message;
    }

    public RunState state() {
        return state;
    }

    public int round() {
        return round;
    }

    public double value() {
        return value;
    }

    public double bound() {
        return bound;
    }

    public double gap() {
        return gap;
    }

    public long elapsedMillis() {
        return elapsedMillis;
    }

    public int nodes() {
        return nodes;
    }

    public long bytes() {
        return bytes;
    }

    public String message() {
        return message;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunProgress that
                && state == that.state
                && round == that.round
                && Double.compare(value, that.value) == 0
                && Double.compare(bound, that.bound) == 0
                && Double.compare(gap, that.gap) == 0
                && elapsedMillis == that.elapsedMillis
                && nodes == that.nodes
                && bytes == that.bytes
                && message.equals(that.message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(state, round, value, bound, gap, elapsedMillis, nodes, bytes, message);
    }

    @Override
    public String toString() {
        return "RunProgress[%s, %s, %s, %s, %s]".formatted(state, round, value, bound, gap);
    }
}
