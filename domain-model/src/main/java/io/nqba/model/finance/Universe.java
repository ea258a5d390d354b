package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/**
 * A set of instruments that are looked at together, with the days on which there are prices. Replicated. The prices
 * lie in its {@link ReturnBlock}s; both change in one transaction, and then the revision grows.
 */
public final class Universe {
    @QuerySqlField(name = "UNIVERSE_ID")
    private final String universeId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "CURRENCY")
    private final String currency;

    private final List<String> instrumentIds;

    private final long[] days;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    @QuerySqlField(name = "MARKET_ID")
    private final String marketId;

    /**
     * @param universeId identifier
     * @param name what people call it
     * @param currency ISO 4217 code of all its prices
     * @param instrumentIds its {@link Instrument}s, each once; their order is that of the blocks
     * @param days days of trading, epoch days, ascending
     * @param revision grows with every change of its prices
     * @param marketId instrument that stands for the market, against which beta is measured; empty when there is none
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Universe(
            String universeId,
            String name,
            String currency,
            List<String> instrumentIds,
            long[] days,
            long revision,
            String marketId) {
        this.universeId = Require.text("universeId", universeId);
        this.name = Require.text("name", name);
        this.currency = Require.text("currency", currency);
        this.instrumentIds = distinct(instrumentIds);
        this.days = ascending(days.clone());
        this.revision = revision;
        this.marketId = marketId;
    }

    public String universeId() {
        return universeId;
    }

    public String name() {
        return name;
    }

    public String currency() {
        return currency;
    }

    public List<String> instrumentIds() {
        return instrumentIds;
    }

    public long[] days() {
        return days.clone();
    }

    public long revision() {
        return revision;
    }

    public String marketId() {
        return marketId;
    }

    /** Returns the blocks its prices lie in. */
    public int blocks() {
        return (instrumentIds.size() + ReturnBlock.INSTRUMENTS - 1) / ReturnBlock.INSTRUMENTS;
    }

    /** Returns the blocks its scenarios lie in: one scenario less than there are days. */
    public int scenarioBlocks() {
        return (Math.max(0, days.length - 1) + ScenarioBlock.DAYS - 1) / ScenarioBlock.DAYS;
    }

    private static List<String> distinct(List<String> instrumentIds) {
        if (new HashSet<>(instrumentIds).size() != instrumentIds.size()) {
            throw new IllegalArgumentException(
                    "The instrumentIds (%d) must name every instrument once.".formatted(instrumentIds.size()));
        }
        return List.copyOf(instrumentIds);
    }

    private static long[] ascending(long[] days) {
        for (int i = 1; i < days.length; i++) {
            if (days[i] <= days[i - 1]) {
                throw new IllegalArgumentException(
                        "The days must ascend: day %d (index %d) follows day %d.".formatted(days[i], i, days[i - 1]));
            }
        }
        return days;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Universe that
                && universeId.equals(that.universeId)
                && name.equals(that.name)
                && currency.equals(that.currency)
                && instrumentIds.equals(that.instrumentIds)
                && Arrays.equals(days, that.days)
                && revision == that.revision
                && marketId.equals(that.marketId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(universeId, name, currency, instrumentIds, Arrays.hashCode(days), revision, marketId);
    }

    @Override
    public String toString() {
        return "Universe[%s, %s, %s, %s, %s]".formatted(universeId, name, currency, revision, marketId);
    }
}
