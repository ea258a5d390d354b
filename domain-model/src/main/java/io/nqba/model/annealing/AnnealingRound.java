package io.nqba.model.annealing;

import java.util.List;
import org.apache.ignite.cache.query.annotations.QuerySqlField;

/**
 * One round of an annealing run: what each node did and what the exchange made of it. Stored under {@code RunProgressKey(runId, round)}.
 */
public final class AnnealingRound {
    @QuerySqlField(name = "ROUND")
    private final int round;

    @QuerySqlField(name = "ELAPSED_MILLIS")
    private final long elapsedMillis;

    @QuerySqlField(name = "OBJECTIVE")
    private final double value;

    @QuerySqlField(name = "BOUND")
    private final double bound;

    @QuerySqlField(name = "IMPROVED_BY_EXCHANGE")
    private final boolean improvedByExchange;

    @QuerySqlField(name = "POOL_SIZE")
    private final int poolSize;

    @QuerySqlField(name = "DIVERSITY")
    private final double diversity;

    @QuerySqlField(name = "EXCHANGE_MILLIS")
    private final long exchangeMillis;

    @QuerySqlField(name = "OVERHEAD_MILLIS")
    private final long overheadMillis;

    private final List<NodeShare> shares;

    /**
     * @param round 1, 2, 3 … without gaps
     * @param elapsedMillis active time of the run when the round ended, milliseconds
     * @param value objective of the best answer so far
     * @param bound best proven bound so far; NaN before there is one
     * @param improvedByExchange whether crossover or relinking between nodes found the best answer in this round
     * @param poolSize elites in the pool after the exchange
     * @param diversity mean share of variables in which two elites of the pool differ, 0..1
     * @param exchangeMillis time of the exchange, milliseconds
     * @param overheadMillis time of the round in which no worker searched, milliseconds
     * @param shares what each node did, ordered by node id
     */
    public AnnealingRound(
            int round,
            long elapsedMillis,
            double value,
            double bound,
            boolean improvedByExchange,
            int poolSize,
            double diversity,
            long exchangeMillis,
            long overheadMillis,
            List<NodeShare> shares) {
        this.round = round;
        this.elapsedMillis = elapsedMillis;
        this.value = value;
        this.bound = bound;
        this.improvedByExchange = improvedByExchange;
        this.poolSize = poolSize;
        this.diversity = diversity;
        this.exchangeMillis = exchangeMillis;
        this.overheadMillis = overheadMillis;
        this.shares = List.copyOf(shares);
    }

    /** Returns 1, 2, 3 … without gaps. */
    public int round() {
        return round;
    }

    /** Returns active time of the run when the round ended, milliseconds. */
    public long elapsedMillis() {
        return elapsedMillis;
    }

    /** Returns objective of the best answer so far. */
    public double value() {
        return value;
    }

    /** Returns best proven bound so far; NaN before there is one. */
    public double bound() {
        return bound;
    }

    /** Returns whether crossover or relinking between nodes found the best answer in this round. */
    public boolean improvedByExchange() {
        return improvedByExchange;
    }

    /** Returns elites in the pool after the exchange. */
    public int poolSize() {
        return poolSize;
    }

    /** Returns mean share of variables in which two elites of the pool differ, 0..1. */
    public double diversity() {
        return diversity;
    }

    /** Returns time of the exchange, milliseconds. */
    public long exchangeMillis() {
        return exchangeMillis;
    }

    /** Returns time of the round in which no worker searched, milliseconds. */
    public long overheadMillis() {
        return overheadMillis;
    }

    /** Returns what each node did, ordered by node id. */
    public List<NodeShare> shares() {
        return shares;
    }

    @Override
    public String toString() {
        return "AnnealingRound[%d, %s]".formatted(round, value);
    }
}
