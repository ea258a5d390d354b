package io.nqba.compute.optimisation;

/**
 * A sum over subproblems that crosses the grid wire. Adding is associative and commutative down to the last bit, so that the total
 * does not depend on how many nodes share the work. Implementations are no records and not thread-safe.
 *
 * @param <T> the implementing type
 */
public interface Tally<T extends Tally<T>> {
    /** Adds what another group of subproblems reported. */
    void add(T other);
}
