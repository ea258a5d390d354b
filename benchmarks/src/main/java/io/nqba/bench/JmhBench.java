package io.nqba.bench;

import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The kernels one by one, measured by JMH inside this process: the packaged jar has no plain class path that a fork could be given. So a
 * benchmark is best run alone where what another one compiled could disturb it.
 */
@Command(
        name = "jmh",
        mixinStandardHelpOptions = true,
        description = "Single kernels, measured by JMH in this process.")
final class JmhBench implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            description = "Benchmarks to run, a regular expression. Default: all.",
            defaultValue = ".*")
    private String include = ".*";

    @Option(names = "--iterations", description = "Measured iterations of one second. Default: 5.", defaultValue = "5")
    private int iterations = 5;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws RunnerException {
        Figures figures = new Figures(spec.commandLine().getOut());
        var options = new OptionsBuilder()
                .include(include)
                .forks(0)
                .warmupIterations(Math.max(1, iterations / 2))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        for (RunResult run : new Runner(options).run()) {
            var result = run.getPrimaryResult();
            StringBuilder name =
                    new StringBuilder(run.getParams().getBenchmark().replaceFirst(".*\\.(\\w+\\.)", "$1"));
            run.getParams()
                    .getParamsKeys()
                    .forEach(key -> name.append(' ').append(run.getParams().getParam(key)));
            figures.add(name.toString(), result.getScore(), result.getScoreUnit());
        }
        return 0;
    }
}
