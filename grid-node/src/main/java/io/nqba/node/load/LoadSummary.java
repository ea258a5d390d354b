package io.nqba.node.load;

import java.time.Duration;
import java.util.Locale;

/**
 * What became of one load.
 *
 * @param readings readings sent to the grid
 * @param refused rows left out because something was wrong with them
 * @param gaps stretches of missing readings inside a site's data
 * @param elapsed from the first row to the last one stored
 */
public record LoadSummary(long readings, long refused, long gaps, Duration elapsed) {
    /** Returns readings per second. */
    public double rowsPerSecond() {
        return readings / Math.max(1e-9, elapsed.toNanos() / 1e9);
    }

    /** Returns one line for people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%,d readings in %.1f s (%,.0f rows/s), %,d refused, %,d gaps",
                readings,
                elapsed.toNanos() / 1e9,
                rowsPerSecond(),
                refused,
                gaps);
    }
}
