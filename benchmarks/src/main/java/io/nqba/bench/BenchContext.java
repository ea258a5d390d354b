package io.nqba.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a figure group gets to work with.
 *
 * @param data folder of the real data sets; empty when there is none, then figures on real data are left out and named
 * @param progress where to tell a watching person what is going on; never part of the CSV
 */
public record BenchContext(Optional<Path> data, PrintWriter progress) {
    /** Tells the watching person one line. */
    public void say(String line) {
        progress.println(line);
        progress.flush();
    }
}
