package io.nqba.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Cuts of the Gset graphs after ten seconds, medians over the seeds. */
final class AnnealingSparseFigures implements FigureGroup {
    private static final List<String> GRAPHS = List.of("G22", "G55", "G60", "G70", "G81");

    private final int seeds;
    private final double seconds;

    AnnealingSparseFigures(boolean quick) {
        this.seeds = quick ? 1 : 5;
        this.seconds = quick ? 5 : 10;
    }

    @Override
    public String name() {
        return "sparse";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws IOException {
        if (context.data().isEmpty()) {
            context.say("The Gset graphs are left out: no data folder.");
            return;
        }
        Path data = context.data().get();
        AnnealingRuns.warmUp();
        for (String graph : GRAPHS) {
            List<Double> values =
                    AnnealingRuns.run(AnnealingRuns.gset(data, graph), seconds, seeds, Double.POSITIVE_INFINITY)
                            .stream()
                            .map(AnnealingRuns.Outcome::value)
                            .toList();
            context.say(graph + " cuts " + values);
            figures.add(graph, AnnealingRuns.median(values), "cut");
        }
    }
}
