package io.nqba.node.load;

import org.apache.ignite.Ignite;
import picocli.CommandLine.Command;

/**
 * What the loader can do for one business unit. The options are picocli fields of the implementation, the description is
 * its {@link Command} annotation; the way to the grid, progress and the report of bad rows are added to every unit alike.
 * Found by {@link java.util.ServiceLoader}, with a new object for every command line.
 */
public interface UnitLoad {
    /** The word that chooses this unit on the command line. */
    String unit();

    /** One line about it, for the help text of the others. */
    String summary();

    /**
     * Checks the options before the grid is joined.
     *
     * @return what to do once it is joined
     * @throws IllegalArgumentException when the options do not fit, with a text that names the option and its value
     */
    Load load();

    /** The work itself. */
    @FunctionalInterface
    interface Load {
        void run(Ignite ignite, ProgressLine progress, BadRows badRows);
    }
}
