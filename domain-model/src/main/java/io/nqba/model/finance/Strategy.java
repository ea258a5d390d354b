package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ignite.cache.query.annotations.QuerySqlField;

/** A trading strategy that somebody keeps: a kind and its parameters. Replicated; every change makes a new revision. */
public final class Strategy {
    @QuerySqlField(name = "STRATEGY_ID")
    private final String strategyId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "KIND")
    private final StrategyKind kind;

    @QuerySqlField(name = "UNIVERSE_ID")
    private final String universeId;

    private final LinkedHashMap<String, Double> parameters;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    @QuerySqlField(name = "CHANGED_BY")
    private final String changedBy;

    @QuerySqlField(name = "CHANGED_MILLIS")
    private final long changedMillis;

    /**
     * @param strategyId identifier
     * @param name what people call it
     * @param kind rule that it follows
     * @param universeId the {@link Universe} it trades
     * @param parameters parameters by name, those that are not usual ones
     * @param revision 1, 2, 3 …, one more with every change
     * @param changedBy account that changed it last
     * @param changedMillis when it was changed, epoch milliseconds
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Strategy(
            String strategyId,
            String name,
            StrategyKind kind,
            String universeId,
            Map<String, Double> parameters,
            long revision,
            String changedBy,
            long changedMillis) {
        this.strategyId = Require.text("strategyId", strategyId);
        this.name = Require.text("name", name);
        this.kind = kind;
        this.universeId = Require.text("universeId", universeId);
        this.parameters = new LinkedHashMap<>(new TreeMap<>(parameters));
        this.revision = revision;
        this.changedBy = changedBy;
        this.changedMillis = changedMillis;
    }

    /** Returns identifier. */
    public String strategyId() {
        return strategyId;
    }

    /** Returns what people call it. */
    public String name() {
        return name;
    }

    /** Returns rule that it follows. */
    public StrategyKind kind() {
        return kind;
    }

    /** Returns the {@link Universe} it trades. */
    public String universeId() {
        return universeId;
    }

    /** Returns parameters by name, those that are not usual ones. */
    public Map<String, Double> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** Returns 1, 2, 3 …, one more with every change. */
    public long revision() {
        return revision;
    }

    /** Returns account that changed it last. */
    public String changedBy() {
        return changedBy;
    }

    /** Returns when it was changed, epoch milliseconds. */
    public long changedMillis() {
        return changedMillis;
    }

    @Override
    public String toString() {
        return "Strategy[%s, %s, %s]".formatted(strategyId, name, kind);
    }
}
