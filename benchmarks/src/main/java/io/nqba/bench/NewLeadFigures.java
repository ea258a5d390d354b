package io.nqba.bench;

import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A new lead of 60 features scored by 100 trees through REST, 200 times a second, each timed from the moment it was due. */
final class NewLeadFigures implements FigureGroup {
    private static final int LEADS = 20_000;
    private static final int PER_SECOND = 200;
    private static final int WARM = 4_000;
    private static final int MEASURED = 4_000;

    @Override
    public String name() {
        return "new-lead";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        if (!BenchConsole.available()) {
            context.say("Left out for want of a console: score_new_lead_ms_*; scripts/bench.sh builds one.");
            return;
        }
        Path log = Files.createTempFile("nqba-bench-console-", ".log");
        try (BenchGrid grid = new BenchGrid(1)) {
            TrainingFigures.load(grid.ignite(), LEADS);
            grid.run(new LeadScoringRequest(
                    TrainingFigures.SCHEMA,
                    ModelKind.BOOSTED_TREES,
                    List.of(),
                    List.of(),
                    0.3,
                    100,
                    4,
                    10,
                    1,
                    600_000));
            try (BenchConsole console = BenchConsole.start(grid.clientAddress(), log)) {
                console.post("/api/v1/sigma/scores", bodies(1, WARM), PER_SECOND);
                double[] millis = console.post("/api/v1/sigma/scores", bodies(2, MEASURED), PER_SECOND);
                Arrays.sort(millis);
                figures.add("score_new_lead_ms_p50", millis[MEASURED / 2], "ms");
                figures.add("score_new_lead_ms_p99", millis[MEASURED * 99 / 100], "ms");
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static List<String> bodies(long seed, int count) {
        var random = new SplittableRandom(seed);
        List<String> bodies = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            var body = new StringBuilder("{\"schemaId\": \"%s\", \"values\": {".formatted(TrainingFigures.SCHEMA));
            for (int j = 0; j < TrainingFigures.FEATURES; j++) {
                body.append(j == 0 ? "" : ", ")
                        .append(String.format(Locale.ROOT, "\"feature_%02d\": %.4f", j, random.nextDouble() * 2 - 1));
            }
            bodies.add(body.append("}}").toString());
        }
        return bodies;
    }
}
