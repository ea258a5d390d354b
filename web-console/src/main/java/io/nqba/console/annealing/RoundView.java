package io.nqba.console.annealing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One round of an annealing run.
 *
 * @param round 1, 2, 3 … without gaps
 * @param elapsedMillis active time of the run when the round ended
 * @param value objective of the best answer so far, null before there is one
 * @param bound best proven bound so far, null before there is one
 * @param improvedByExchange whether the exchange between nodes found the best answer in this round
 * @param poolSize elites in the pool after the exchange
 * @param diversity mean share of variables in which two elites of the pool differ, 0..1
 * @param exchangeMillis time of the exchange
 * @param overheadMillis time of the round in which no worker searched
 * @param nodes what each node did
 */
public record RoundView(
        int round,
        long elapsedMillis,
        @Nullable Double value,
        @Nullable Double bound,
        boolean improvedByExchange,
        int poolSize,
        double diversity,
        long exchangeMillis,
        long overheadMillis,
        List<NodeShareView> nodes) {
    public RoundView {
        nodes = List.copyOf(nodes);
    }

    /**
     * What one node did in a round.
     *
     * @param workers workers that searched, one thread each
     * @param value objective of the best answer that its workers know, null when they know none
     * @param proposals flips proposed
     * @param flips flips made
     * @param searchMillis time its workers searched
     * @param bytes bytes of the elites and figures it sent and received
     */
    public record NodeShareView(
            String nodeId,
            String nodeName,
            int workers,
            @Nullable Double value,
            long proposals,
            long flips,
            long searchMillis,
            long bytes) {}
}
