package io.nqba.model.optimisation;

/**
 * What a run shall do. Each unit has its own kinds; the life cycle of a run knows only this much of them.
 *
 * <p>Implementations are immutable classes that cross the grid wire (no records) and check themselves when built.
 */
public interface RunRequest {
    /** Returns the unit that asks. */
    BusinessUnit unit();

    /** Returns the kind of optimisation, such as {@code energy-optimization}: the last part of its REST path. */
    String kind();

    /** Returns what is optimised, for people: a district, a portfolio. */
    String subject();

    /** Returns the gap at which the run may stop, relative, such as 1e-4; 0 where it goes on to its end. */
    default double targetGap() {
        return 0;
    }

    /** Returns the most rounds it may take. */
    default int maxRounds() {
        return Integer.MAX_VALUE;
    }

    /** Returns the longest time it may take, milliseconds. */
    long timeLimitMillis();

    /** Returns who goes first where runs compete, 1 (last) to 9 (first). */
    default int priority() {
        return 5;
    }
}
