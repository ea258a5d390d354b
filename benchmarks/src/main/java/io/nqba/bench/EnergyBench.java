package io.nqba.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Figures of FLYFOX. A group that fails is named on standard error and makes the exit code 1; the others still run. */
@Command(name = "energy", mixinStandardHelpOptions = true, description = "Figures of the energy unit.")
final class EnergyBench implements Callable<Integer> {
    @Option(names = "--data", description = "Folder of the real data sets. Default: NQBA_DATA.")
    private @Nullable Path data;

    @Option(names = "--only", split = ",", description = "Groups to run, by name. Default: all.")
    private List<String> only = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private static List<FigureGroup> groups() {
        return List.of(new KernelFigures(), new GridFigures());
    }

    @Override
    public Integer call() {
        PrintWriter progress = spec.commandLine().getErr();
        Optional<Path> folder = dataFolder();
        BenchContext context = new BenchContext(folder, progress);
        context.say(folder.map(path -> "Real data: " + path)
                .orElse("No real data found; figures on it are left out. Pass --data or set NQBA_DATA."));
        Figures figures = new Figures(spec.commandLine().getOut());
        boolean failed = false;
        for (FigureGroup group : groups()) {
            if (only.isEmpty() || only.contains(group.name())) {
                failed |= !measured(group, context, figures);
            }
        }
        return failed ? 1 : 0;
    }

    private static boolean measured(FigureGroup group, BenchContext context, Figures figures) {
        context.say("Measuring " + group.name() + " ...");
        try {
            group.measure(context, figures);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.say("Interrupted in " + group.name());
            return false;
        } catch (Exception e) {
            context.say("Group " + group.name() + " failed:");
            e.printStackTrace(context.progress());
            return false;
        }
    }

    private Optional<Path> dataFolder() {
        if (data != null) {
            return Optional.of(data);
        }
        return Optional.ofNullable(System.getenv("NQBA_DATA")).map(Path::of).filter(Files::isDirectory);
    }
}
