package io.nqba.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** One run of figure groups. A group that fails is named on standard error and makes the exit code 1; the others still run. */
final class FigureRun {
    private FigureRun() {}

    /**
     * Measures the groups one after another.
     *
     * @param only names of the groups to run; empty for all
     * @param data folder of the real data sets; null for the one that NQBA_DATA names
     * @return exit code: 0 when every group ran through
     */
    static int measure(List<FigureGroup> groups, List<String> only, @Nullable Path data, CommandLine commandLine) {
        PrintWriter progress = commandLine.getErr();
        Optional<Path> folder = dataFolder(data);
        BenchContext context = new BenchContext(folder, progress);
        context.say(folder.map(path -> "Real data: " + path)
                .orElse("No real data found; figures on it are left out. Pass --data or set NQBA_DATA."));
        Figures figures = new Figures(commandLine.getOut());
        boolean failed = false;
        for (FigureGroup group : groups) {
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

    private static Optional<Path> dataFolder(@Nullable Path data) {
        if (data != null) {
            return Optional.of(data);
        }
        return Optional.ofNullable(System.getenv("NQBA_DATA")).map(Path::of).filter(Files::isDirectory);
    }
}
