package io.nqba.compute.annealing;

import io.nqba.compute.annealing.Exchange.Reduced;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The nodes that search for a run, as its coordinator sees them. */
interface Crew {
    /**
     * Sends the members into a round before its coordinator comes to wait for it, so that they know of the last exchange while he still
     * writes it down. Without effect where a crew starts its rounds itself.
     *
     * @param round the next one
     * @param millis how long to search, milliseconds
     */
    default void begin(int round, long millis) {}

    /**
     * Lets every member search for a round and returns what they found. Waits for nobody that is gone.
     *
     * @param round 1, 2, 3 …
     * @param millis how long to search, milliseconds
     * @param hurry when to come back early
     */
    Harvest round(int round, long millis, BooleanSupplier hurry);

    /**
     * Makes the outcome of an exchange known to the members from their next round on.
     *
     * @param round the round that the answers come from; 0 for what earlier runs left
     * @param harvest what the members brought in
     * @param reduced what became of it
     * @return where the pool lies from now on
     */
    List<ElitePackKey> spread(int round, Harvest harvest, Reduced reduced);

    /** Returns whether answers at this key belong to the pool that the next reduce begins with. */
    default boolean holdsPool(ElitePackKey key) {
        return true;
    }

    /** Returns whether the run is over after this many rounds. */
    boolean done(int round);
}
