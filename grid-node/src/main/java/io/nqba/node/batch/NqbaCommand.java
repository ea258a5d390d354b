package io.nqba.node.batch;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.lifecycle.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Command line of batch jobs. */
@Command(
        name = "nqba",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Solves QUBO, Ising and Max-Cut problems on the grid.",
        subcommands = {
            SolveCommand.class,
            SubmitCommand.class,
            WatchCommand.class,
            RunsCommand.class,
            CancelCommand.class,
            SolutionCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 refused or failed, 2 wrong arguments, 4 a file or directory cannot be used,",
            "7 no grid answers."
        })
public final class NqbaCommand {
    private static final int FAILED = 1;

    private NqbaCommand() {}

    /** Returns the exit code. */
    public static int run(String... arguments) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        int code = new CommandLine(new NqbaCommand())
                .setOut(out)
                .setErr(err)
                .registerConverter(Duration.class, Durations::parse)
                .setExecutionExceptionHandler((problem, command, parsed) -> explain(problem, command))
                .execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static int explain(Exception problem, CommandLine command) throws Exception {
        if (problem instanceof NqbaException refusal) {
            print(command.getErr(), refusal);
            int code = ExitCode.of(refusal.code()).code();
            return code == ExitCode.BAD_SETTING.code() ? FAILED : code;
        }
        if (problem instanceof IOException unusable) {
            print(
                    command.getErr(),
                    new NqbaException(
                            ErrorCode.UNREADABLE_DIRECTORY,
                            "The file (%s) cannot be used.".formatted(unusable.getMessage()),
                            "Check its path and whether this user may read or write it."));
            return ExitCode.UNREADABLE_DIRECTORY.code();
        }
        throw problem;
    }

    private static void print(PrintWriter err, NqbaException refusal) {
        err.printf("%s: %s Fix: %s%n", refusal.code().id(), refusal.problem(), refusal.remedy());
    }
}
