package io.nqba.node.load;

import io.nqba.model.error.NqbaException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Command line of the loader: joins a running grid and streams the data of a business unit into it. The first word names
 * the unit; without one it is energy, the unit that was there first.
 */
public final class LoadCommand {
    private static final int FAILED = 1;
    private static final String DEFAULT_UNIT = "energy";

    private final UnitLoad unit;
    private final JoinOptions grid = new JoinOptions();

    private LoadCommand(UnitLoad unit) {
        this.unit = unit;
    }

    /** Returns the exit code: 0 loaded, 1 not loaded, 2 wrong arguments. */
    public static int run(String... arguments) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    /**
     * Runs the loader with other outputs than those of the process.
     *
     * @return the exit code: 0 loaded, 1 not loaded, 2 wrong arguments
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        List<UnitLoad> units = units();
        for (UnitLoad unit : units) {
            if (arguments.length > 0 && unit.unit().equals(arguments[0])) {
                String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
                return new LoadCommand(unit).execute(units, out, err, options);
            }
        }
        UnitLoad usual = units.stream()
                .filter(unit -> unit.unit().equals(DEFAULT_UNIT))
                .findFirst()
                .orElseThrow();
        return new LoadCommand(usual).execute(units, out, err, arguments);
    }

    private static List<UnitLoad> units() {
        List<UnitLoad> units = new ArrayList<>();
        ServiceLoader.load(UnitLoad.class).forEach(units::add);
        units.sort(Comparator.comparing(UnitLoad::unit));
        return units;
    }

    private int execute(List<UnitLoad> units, PrintWriter out, PrintWriter err, String... options) {
        CommandLine command = new CommandLine(unit)
                .addMixin("grid", grid)
                .setOut(out)
                .setErr(err)
                .setExecutionStrategy(this::load)
                .setExecutionExceptionHandler(LoadCommand::explain);
        command.getCommandSpec().usageMessage().footer(footer(command, units));
        return command.execute(options);
    }

    private int load(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        CommandLine command = parsed.commandSpec().commandLine();
        grid.run(checked(command), command.getOut());
        return ExitCode.OK;
    }

    private UnitLoad.Load checked(CommandLine command) {
        try {
            return unit.load();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, String.valueOf(e.getMessage()), e);
        }
    }

    private static int explain(Exception problem, CommandLine command, ParseResult parsed) throws Exception {
        if (problem instanceof NqbaException refusal) {
            command.getErr().printf("%s: %s Fix: %s%n", refusal.code().id(), refusal.problem(), refusal.remedy());
            return FAILED;
        }
        throw problem;
    }

    /** What the unit says of itself, then what the loader can do for the others. */
    private String[] footer(CommandLine command, List<UnitLoad> units) {
        List<String> lines =
                new ArrayList<>(List.of(command.getCommandSpec().usageMessage().footer()));
        lines.add("");
        for (UnitLoad other : units) {
            if (!other.unit().equals(unit.unit())) {
                lines.add("%s: load %s --help".formatted(other.summary(), other.unit()));
            }
        }
        return lines.toArray(String[]::new);
    }
}
