package io.nqba.node.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of the loader that are the same for every unit: the grid to join, the progress, the report of bad rows. */
final class JoinOptions {
    @Option(names = "--bar", description = "Redraw one line of progress; for terminals.")
    private boolean bar;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "load-report.csv",
            description = "Where refused rows are listed; written only when there are any. Default: ${DEFAULT-VALUE}")
    private Path report = Path.of("load-report.csv");

    @Option(
            names = "--join",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:47500",
            description =
                    "Discovery address of a node of the grid. Default: ${DEFAULT-VALUE}; scripts/load.sh takes that"
                            + " of the local grid")
    private String join = "127.0.0.1:47500";

    @Option(
            names = "--bind",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address of this machine that the nodes can reach. Default: ${DEFAULT-VALUE}")
    private String bind = "127.0.0.1";

    /** Joins the grid, does the work and says where the rows that were left out are listed. */
    void run(UnitLoad.Load load, PrintWriter out) {
        ProgressLine progress = new ProgressLine(out, bar, System::nanoTime);
        try (GridClient client = GridClient.join(
                        join, bind, "loader-" + ProcessHandle.current().pid());
                BadRows badRows = new BadRows(report)) {
            load.run(client.ignite(), progress, badRows);
            if (badRows.refused() + badRows.gaps() > 0) {
                out.printf("Refused rows and gaps are listed in %s.%n", badRows.report());
            }
        }
        out.flush();
    }
}
