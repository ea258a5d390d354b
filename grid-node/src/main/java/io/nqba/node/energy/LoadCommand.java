package io.nqba.node.energy;

import io.nqba.model.error.NqbaException;
import io.nqba.node.finance.FinanceLoadCommand;
import io.nqba.node.load.BadRows;
import io.nqba.node.load.GridClient;
import io.nqba.node.load.ProgressLine;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command line of the loader: joins a running grid and streams energy data into it. */
@Command(
        name = "load",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Loads energy data into a running grid and says how fast it went.",
        footer = {
            "",
            "Bad rows are left out and listed one by one in the report; the rest is loaded. Rows that are in the",
            "grid already stay as they are, unless --replace is given, so a load may simply be run again.",
            "",
            "Prices, markets and books of the finance unit: load finance --help"
        })
public final class LoadCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final String FINANCE = "finance";

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "60",
            description = "Days to generate, the last one being yesterday. Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of the generated district; equal seeds give equal districts. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--district",
            paramLabel = "ID",
            defaultValue = "generated",
            description = "Id of the generated district. Default: ${DEFAULT-VALUE}")
    private String districtId = "generated";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "America/Los_Angeles",
            description = "Time zone of the generated district. Default: ${DEFAULT-VALUE}")
    private String zone = DistrictRecipe.DEFAULT_ZONE.getId();

    @Option(
            names = "--devices",
            description = "Give some of the generated homes cars and appliances that a schedule may shift.")
    private boolean devices;

    @Option(names = "--bar", description = "Redraw one line of progress; for terminals.")
    private boolean bar;

    @Option(names = "--replace", description = "Let loaded rows replace those in the grid.")
    private boolean replace;

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

    /** What to load: exactly one of these. */
    static final class Source {
        @Option(
                names = "--citylearn",
                paramLabel = "DIR",
                description = "A CityLearn set: the directory of schema.json.")
        private @Nullable Path cityLearn;

        @Option(names = "--generate", paramLabel = "N", description = "A generated district of N homes.")
        private @Nullable Integer sites;

        @Option(
                names = "--readings",
                paramLabel = "FILE",
                description = "Readings of existing sites: CSV with the columns siteId,start,loadKwh,solarKwh.")
        private @Nullable Path readings;
    }

    /** Returns the exit code: 0 loaded, 1 not loaded, 2 wrong arguments. */
    public static int run(String... arguments) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        // A word of its own, anywhere among the options: the script puts some before those of the caller.
        if (rest.remove(FINANCE)) {
            return FinanceLoadCommand.run(out, err, rest.toArray(String[]::new));
        }
        return new CommandLine(new LoadCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (problem instanceof NqbaException refusal) {
                        command.getErr()
                                .printf("%s: %s Fix: %s%n", refusal.code().id(), refusal.problem(), refusal.remedy());
                        return FAILED;
                    }
                    throw problem;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        CommandSpec given = spec == null ? CommandSpec.create() : spec;
        PrintWriter out = given.commandLine().getOut();
        DistrictRecipe recipe = source.sites == null ? null : recipe(given, source.sites);
        ProgressLine progress = new ProgressLine(out, bar, System::nanoTime);
        try (GridClient client = GridClient.join(
                        join, bind, "loader-" + ProcessHandle.current().pid());
                BadRows badRows = new BadRows(report)) {
            load(client.ignite(), progress, badRows, recipe);
            if (badRows.refused() + badRows.gaps() > 0) {
                out.printf("Refused rows and gaps are listed in %s.%n", badRows.report());
            }
        }
        out.flush();
        return 0;
    }

    private void load(Ignite ignite, ProgressLine progress, BadRows badRows, @Nullable DistrictRecipe recipe) {
        if (recipe != null) {
            GeneratedWindow window = GeneratedWindow.untilToday(Clock.systemUTC(), recipe.zone(), days);
            new GeneratedLoad(ignite, progress).load(recipe, window);
            new DerivedRows(ignite)
                    .refresh(recipe.districtId(), window.start(), window.readingsEnd(), window.readingsEnd());
        } else if (source.cityLearn != null) {
            new CityLearnImport(ignite, progress, replace).load(source.cityLearn, badRows);
        } else if (source.readings != null) {
            new ReadingsImport(ignite, progress, replace).load(source.readings, badRows);
        }
    }

    private DistrictRecipe recipe(CommandSpec given, int sites) {
        try {
            String name = Character.toUpperCase(districtId.charAt(0)) + districtId.substring(1);
            DistrictRecipe recipe =
                    DistrictRecipe.of(districtId, name, sites, seed).in(zone);
            GeneratedWindow.untilToday(Clock.systemUTC(), ZoneId.of(zone), days);
            return devices ? recipe.withFlexibleDevices() : recipe;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ParameterException(given.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
