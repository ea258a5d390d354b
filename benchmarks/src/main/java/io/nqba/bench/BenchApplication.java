package io.nqba.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Command line of the benchmarks: one subcommand per unit. CSV goes to standard output, progress to standard error. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {EnergyBench.class, AnnealingBench.class, JmhBench.class, FinanceBench.class, SalesBench.class},
        description = "Measures NQBA Grid and prints metric,value,unit.")
public final class BenchApplication {
    private BenchApplication() {}

    public static void main(String[] args) {
        CommandLine commandLine = new CommandLine(new BenchApplication());
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(commandLine.execute(args));
    }
}
