package io.nqba.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Figures of annealing on instances with published best values: of the kernels on one thread, then of whole runs on a grid. */
@Command(name = "annealing", mixinStandardHelpOptions = true, description = "Figures of annealing: kernels and grid.")
final class AnnealingBench implements Callable<Integer> {
    @Option(names = "--data", description = "Folder of the real data sets. Default: NQBA_DATA.")
    private @Nullable Path data;

    @Option(names = "--quick", description = "One seed and short times: all rows in under two minutes.")
    private boolean quick;

    @Option(names = "--only", split = ",", description = "Groups to run, by name. Default: all.")
    private List<String> only = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return FigureRun.measure(
                List.of(
                        new AnnealingThroughputFigures(quick),
                        new AnnealingDenseFigures(quick),
                        new AnnealingSparseFigures(quick),
                        new AnnealingEventFigures(quick),
                        new ReadingFigures(),
                        new AnnealingGridEventFigures(quick),
                        new AnnealingGridRunFigures(quick),
                        new FlexibleFigures()),
                only,
                data,
                spec.commandLine());
    }
}
