package io.nqba.compute.optimisation.backend;

import java.time.Duration;

/** Waits between two tries or looks; a test counts instead. */
interface Pause {
    /** Lets the thread sleep. */
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

    void take(Duration duration) throws InterruptedException;
}
