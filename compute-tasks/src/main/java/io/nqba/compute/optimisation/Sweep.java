package io.nqba.compute.optimisation;

/**
 * The outcome of a sweep that counts: every partition reported exactly once.
 *
 * @param tally sum over all subproblems
 * @param items how many subproblems that were
 * @param fingerprint fingerprint of all data behind them
 * @param nodes nodes that took part
 * @param bytes marshalled size of the reports that counted
 * @param <T> type of the sum
 */
public record Sweep<T extends Tally<T>>(T tally, long items, long fingerprint, int nodes, long bytes) {}
