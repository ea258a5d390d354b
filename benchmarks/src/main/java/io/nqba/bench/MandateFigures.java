package io.nqba.bench;

import io.nqba.bench.BenchGrid.Measured;
import io.nqba.model.finance.FirmLimit;
import io.nqba.model.finance.FirmLimitResult;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.MandateReport;
import io.nqba.model.finance.MandateRequest;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.Baseline;
import io.nqba.node.finance.BookLoad;
import io.nqba.node.finance.BookRecipe;
import io.nqba.node.finance.MarketGenerator;
import io.nqba.node.finance.MarketLoad;
import io.nqba.node.finance.MarketRecipe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.ignite.Ignite;

/** Thousands of mandates under the limits of one firm, through the whole life of a run on a real grid. */
final class MandateFigures implements FigureGroup {
    private static final int MANDATES = 10_000;
    private static final int FEWER = 1_000;
    private static final int INSTRUMENTS = 500;
    private static final int ALLOWED = 200;
    private static final int HELD = 60;
    private static final int ISSUERS = 20;
    private static final int SECTORS = 8;
    private static final List<String> FACTORS = List.of("market", "volatility");
    private static final int TRADED = 20;
    /** What a limit leaves of the use that the mandates would choose alone. */
    private static final double SHARE = 0.7;

    /** A gap of 1e-3 leaves small limits open by about as much. */
    private static final double LIMIT_TOLERANCE = 5e-3;

    private static final double FREE = 1e6;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 2);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 12);

    @Override
    public String name() {
        return "mandates";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        try (BenchGrid grid = new BenchGrid(1)) {
            load(grid.ignite(), MANDATES);
            context.say("Loaded %d mandates over %d instruments.".formatted(MANDATES, INSTRUMENTS));
            List<FirmLimit> limits = limits(grid);
            Measured cold = grid.run(request(limits));
            Measured warm = grid.run(request(limits));
            if (warm.run().value() != cold.run().value()) {
                throw new IllegalStateException(
                        "The same request gave %s and then %s.".formatted(cold.run(), warm.run()));
            }
            checkLimits(report(grid, warm));
            figures.add("mandates_10000_limits", limits.size(), "");
            figures.add("mandates_10000_value", warm.run().value(), "USD");
            figures.add("mandates_10000_bound", warm.run().bound(), "USD");
            figures.add("mandates_10000_gap", warm.run().gap(), "ratio");
            figures.add("mandates_10000_rounds", warm.run().rounds(), "");
            figures.add("mandates_10000_cold_ms", cold.millis(), "ms");
            figures.add("mandates_10000_ms", warm.millis(), "ms");
            for (Baseline other : warm.run().baselines()) {
                figures.add("mandates_10000_" + other.name().replace('-', '_'), other.value(), "USD");
            }
            warm.run().findings().forEach(context::say);
        }
        bytesPerRound(figures);
    }

    private static void bytesPerRound(Figures figures) throws Exception {
        try (BenchGrid grid = new BenchGrid(3)) {
            load(grid.ignite(), FEWER);
            Measured run = grid.run(request(limits(grid)));
            long bytes = grid.bytesPerRound(run.run().runId());
            figures.add("mandates_bytes_per_round_3_nodes", (double) bytes, "B");
        }
    }

    /** Limits below what the mandates would use without any: a first run with limits that nobody reaches tells how much. */
    private static List<FirmLimit> limits(BenchGrid grid) throws InterruptedException {
        Measured free = grid.run(request(wide(grid.ignite())));
        List<FirmLimit> limits = new ArrayList<>();
        for (FirmLimitResult use : report(grid, free).limits()) {
            limits.add(new FirmLimit(use.limit().kind(), use.limit().name(), SHARE * Math.max(1e-6, use.useAlone())));
        }
        return limits;
    }

    private static List<FirmLimit> wide(Ignite ignite) {
        Universe universe = ignite.<String, Universe>cache(CacheNames.UNIVERSE).get("bench");
        Map<String, Instrument> all = ignite.<String, Instrument>cache(CacheNames.INSTRUMENT)
                .getAll(new LinkedHashSet<>(universe.instrumentIds()));
        List<Instrument> traded = universe.instrumentIds().stream()
                .map(all::get)
                .filter(instrument -> instrument.isTraded(LAST_DAY.toEpochDay()) && instrument.averageDailyVolume() > 0)
                .toList();
        List<FirmLimit> wide = new ArrayList<>();
        names(traded, Instrument::issuer, ISSUERS)
                .forEach(name -> wide.add(new FirmLimit(FirmLimit.Kind.ISSUER, name, FREE)));
        names(traded, Instrument::sector, SECTORS)
                .forEach(name -> wide.add(new FirmLimit(FirmLimit.Kind.SECTOR, name, FREE)));
        FACTORS.forEach(name -> wide.add(new FirmLimit(FirmLimit.Kind.FACTOR, name, FREE)));
        names(traded.subList(ISSUERS, traded.size()), Instrument::instrumentId, TRADED)
                .forEach(name -> wide.add(new FirmLimit(FirmLimit.Kind.LIQUIDITY, name, FREE)));
        return wide;
    }

    private static Set<String> names(List<Instrument> instruments, Function<Instrument, String> part, int most) {
        Set<String> names = new LinkedHashSet<>();
        instruments.stream().map(part).distinct().limit(most).forEach(names::add);
        return names;
    }

    private static void checkLimits(MandateReport report) {
        for (FirmLimitResult limit : report.limits()) {
            if (limit.use() > limit.limit().most() * (1 + LIMIT_TOLERANCE)) {
                throw new IllegalStateException("The run uses %s of %s.".formatted(limit.use(), limit.limit()));
            }
        }
    }

    private static MandateReport report(BenchGrid grid, Measured run) {
        return grid.ignite()
                .<String, MandateReport>cache(CacheNames.MANDATE_REPORT)
                .get(run.run().runId());
    }

    private static void load(Ignite ignite, int mandates) {
        var market = new MarketRecipe("bench", "Bench", INSTRUMENTS, FIRST_DAY, LAST_DAY, 2026);
        MarketLoad.silently(ignite).load(new MarketGenerator(market), 0);
        BookLoad.silently(ignite).load(new BookRecipe("bench", "Bench", mandates, ALLOWED, HELD, 7), "bench");
    }

    private static MandateRequest request(List<FirmLimit> limits) {
        return new MandateRequest("bench", limits, MandateRequest.ExpectedReturn.CAPM, 750, 15, 0, 1e-3, 200, 300_000);
    }
}
