package io.nqba.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Figures of SIGMA. A group that fails is named on standard error and makes the exit code 1; the others still run. */
@Command(name = "sales", mixinStandardHelpOptions = true, description = "Figures of the sales unit.")
final class SalesBench implements Callable<Integer> {
    @Option(names = "--data", description = "Folder of the real data sets. Default: NQBA_DATA.")
    private @Nullable Path data;

    @Option(names = "--only", split = ",", description = "Groups to run, by name. Default: all.")
    private List<String> only = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private static List<FigureGroup> groups() {
        return List.of(
                new BankScoringFigures(),
                new TrainingFigures(),
                new NewLeadFigures(),
                new DealAssignmentFigures(),
                new AssignmentFigures(),
                new ArrivalFigures(),
                new RevenueFigures());
    }

    @Override
    public Integer call() {
        return FigureRun.measure(groups(), only, data, spec.commandLine());
    }
}
