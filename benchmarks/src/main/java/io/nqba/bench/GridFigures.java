package io.nqba.bench;

import io.nqba.bench.BenchGrid.Measured;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.optimisation.Baseline;
import io.nqba.node.energy.DistrictRecipe;
import io.nqba.node.energy.GeneratedLoad;
import io.nqba.node.energy.GeneratedWindow;
import java.time.LocalDate;

/** District schedules through the whole life of a run on a real grid, from the submission to the stored answer. */
final class GridFigures implements FigureGroup {
    /** Proven by one LP over all homes; the same that the column-wise master of the reference reached. */
    private static final double OPTIMUM_168 = 599.1979;

    private static final double CHARGE_168 = 2.3333;
    private static final double CHARGE_720 = 10;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 14);

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        if (context.data().isPresent()) {
            realDistrict(CityLearn.read(context.data().get()), figures);
        } else {
            context.say("Left out for want of data: district_168_*, district_720_*");
        }
        manySites(context, figures);
        bytesPerRound(context, figures);
    }

    private static void realDistrict(CityLearn homes, Figures figures) throws Exception {
        try (BenchGrid grid = new BenchGrid(1)) {
            new CityLearnRows(homes).load(grid.ignite());
            figures.add("district_168_optimum", OPTIMUM_168, "USD");
            twice("district_168", grid, CityLearnRows.request(168, 168, CHARGE_168), figures);
            twice("district_720", grid, CityLearnRows.request(720, 720, CHARGE_720), figures);
            Measured year = twice("district_8760", grid, CityLearnRows.request(0, homes.hours(), 0), figures);
            double none = year.run().baselines().stream()
                    .filter(other -> other.name().equals("no-battery"))
                    .mapToDouble(Baseline::value)
                    .findFirst()
                    .orElseThrow();
            figures.add("district_8760_ratio", year.run().value() / none, "ratio");
        }
    }

    private static void manySites(BenchContext context, Figures figures) throws Exception {
        try (BenchGrid grid = new BenchGrid(1)) {
            twice("sites_10000_T24", grid, generated(grid, context, 10_000), figures);
        }
    }

    /** Measures a cold run and, as the figure that counts, a second one; beside them what everybody else would get. */
    private static Measured twice(String prefix, BenchGrid grid, EnergyRequest request, Figures figures)
            throws InterruptedException {
        Measured cold = grid.run(request);
        Measured warm = grid.run(request);
        if (warm.run().value() != cold.run().value()) {
            throw new IllegalStateException("The same request gave %s and then %s.".formatted(cold.run(), warm.run()));
        }
        figures.add(prefix + "_value", warm.run().value(), "USD");
        figures.add(prefix + "_bound", warm.run().bound(), "USD");
        figures.add(prefix + "_gap", warm.run().gap(), "ratio");
        figures.add(prefix + "_rounds", warm.run().rounds(), "");
        figures.add(prefix + "_cold_ms", cold.millis(), "ms");
        figures.add(prefix + "_ms", warm.millis(), "ms");
        for (Baseline other : warm.run().baselines()) {
            figures.add(prefix + "_" + other.name().replace('-', '_'), other.value(), "USD");
        }
        return warm;
    }

    private static void bytesPerRound(BenchContext context, Figures figures) throws Exception {
        for (int sites : new int[] {1_000, 10_000}) {
            try (BenchGrid grid = new BenchGrid(3)) {
                Measured run = grid.run(generated(grid, context, sites));
                long bytes = grid.bytesPerRound(run.run().runId());
                figures.add("bytes_per_round_%d_sites".formatted(sites), (double) bytes, "B");
            }
        }
    }

    private static EnergyRequest generated(BenchGrid grid, BenchContext context, int sites) {
        DistrictRecipe recipe = DistrictRecipe.of("bench", "Bench", sites, 2022);
        GeneratedWindow window = GeneratedWindow.endingWith(LAST_DAY, recipe.zone(), 1);
        var loaded = GeneratedLoad.silently(grid.ignite()).load(recipe, window);
        context.say("Generated %d sites: %s".formatted(sites, loaded.text()));
        return new EnergyRequest(
                "bench",
                window.start().toEpochMilli(),
                24,
                EnergyRequest.Source.READINGS,
                recipe.demandChargePerKw(),
                0,
                false,
                1e-3,
                300,
                300_000);
    }
}
