package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.FirmLimit;
import io.nqba.model.finance.FirmLimitResult;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.MandateReport;
import io.nqba.model.finance.MandateRequest;
import io.nqba.model.finance.MandateResult;
import io.nqba.model.finance.MandateResultKey;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.optimisation.RunDesk;
import io.nqba.node.testing.GridFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;

class MandateRunIT {
    private static final String BOOK = "firm";
    private static final int MANDATES = 60;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 12);

    @Test
    void oneNodeAndThreeGiveTheSameBitsWithinEveryLimit() {
        OptimizationRun alone;
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = grid.client()) {
            load(grid.ignite());
            var desk = new RunDesk(client);
            alone = desk.untilEnded(desk.submit(request(limits())).runId());
            assertThat(alone.state()).as(alone.problem()).isEqualTo(RunState.SUCCEEDED);
            assertStored(grid.ignite(), alone);
        }
        try (GridFixture grid = GridFixture.inMemory(3);
                IgniteClient client = grid.client()) {
            load(grid.ignite());
            var desk = new RunDesk(client);

            OptimizationRun run = desk.untilEnded(desk.submit(request(limits())).runId());

            assertThat(run.nodes()).isEqualTo(3);
            assertThat(run.value()).isEqualTo(alone.value());
            assertThat(run.bound()).isEqualTo(alone.bound());
            assertThat(run.rounds()).isEqualTo(alone.rounds());
            assertThat(run.findings()).isEqualTo(alone.findings());
            assertThat(run.baselines()).hasToString(alone.baselines().toString());
        }
    }

    @Test
    void aNodeThatLeavesDoesNotChangeTheAnswer() {
        try (GridFixture grid = GridFixture.inMemory(3);
                IgniteClient client = RunDesk.client(grid)) {
            load(grid.ignite());
            var desk = new RunDesk(client);
            OptimizationRun undisturbed =
                    desk.untilEnded(desk.submit(request(limits())).runId());

            OptimizationRun queued = desk.submit(request(limits()));
            grid.stopNode(2);
            OptimizationRun run = desk.untilEnded(queued.runId());

            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.value()).isEqualTo(undisturbed.value());
            assertThat(run.bound()).isEqualTo(undisturbed.bound());
        }
    }

    @Test
    void limitsThatCannotBeKeptAreNamedAndUnknownOnesRefused() {
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = grid.client()) {
            load(grid.ignite());
            var desk = new RunDesk(client);
            String sector = sectors(grid.ignite()).get(0);
            List<FirmLimit> frozen = new ArrayList<>();
            frozen.add(new FirmLimit(FirmLimit.Kind.SECTOR, sector, 0));
            instruments(grid.ignite()).forEach(id -> frozen.add(new FirmLimit(FirmLimit.Kind.LIQUIDITY, id, 0)));

            OptimizationRun run = desk.untilEnded(desk.submit(request(frozen)).runId());

            assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.problem()).contains("The limit on", "cannot be kept");
            assertThat(run.baselines()).extracting(Baseline::name).doesNotContain("proportional-cut-back");
            assertThat(run.remedy()).contains("Raise", "to at least");
            assertThat(run.gap()).isLessThanOrEqualTo(1e-4);
            assertThatThrownBy(() ->
                            desk.submit(request(List.of(new FirmLimit(FirmLimit.Kind.SECTOR, "Spice trade", 0.1)))))
                    .isInstanceOf(NqbaException.class)
                    .hasMessageContaining("answers to the SECTOR (Spice trade)")
                    .satisfies(refusal ->
                            assertThat(((NqbaException) refusal).remedy()).contains(sector));
        }
    }

    private static void assertStored(Ignite ignite, OptimizationRun run) {
        assertThat(run.sense()).isEqualTo(ObjectiveSense.MAXIMISE);
        assertThat(run.gap()).isLessThanOrEqualTo(1e-4);
        assertThat(run.bound()).isGreaterThanOrEqualTo(run.value() - 1e-12 * Math.abs(run.value()));
        assertThat(run.problem()).isEmpty();
        MandateReport report =
                ignite.<String, MandateReport>cache(CacheNames.MANDATE_REPORT).get(run.runId());
        assertThat(report.mandates()).isEqualTo(MANDATES);
        for (FirmLimitResult limit : report.limits()) {
            assertThat(limit.use())
                    .as(limit.limit().toString())
                    .isLessThanOrEqualTo(limit.limit().most() * (1 + 1e-4) + 1e-6);
            assertThat(limit.shadowPrice()).isNotNegative();
        }
        assertThat(run.baselines())
                .extracting(Baseline::name)
                .containsExactly("current-holdings", "proportional-cut-back", "every-mandate-alone");
        // Feasible, so nobody's proof is beaten by it, and it gives up something against prices.
        double cut = run.baselines().get(1).value();
        assertThat(cut).isLessThan(run.value()).isLessThanOrEqualTo(run.bound());
        assertThat(run.findings()).anyMatch(finding -> finding.startsWith("Cutting every mandate back"));
        assertThat(report.limits()).anySatisfy(limit -> {
            assertThat(limit.useAlone()).isGreaterThan(limit.limit().most());
            assertThat(limit.shadowPrice()).isPositive();
        });
        Map<MandateResultKey, MandateResult> results = results(ignite, run.runId());
        assertThat(results).hasSize(MANDATES);
        double sum =
                results.values().stream().mapToDouble(MandateResult::utility).sum();
        assertThat(sum).isCloseTo(run.value(), within(1e-6 * Math.abs(run.value())));
        assertThat(results.values()).allSatisfy(result -> {
            assertThat(result.utility()).isLessThanOrEqualTo(result.utilityAlone() + 1e-6);
            assertThat(result.cashWeight()).isGreaterThanOrEqualTo(-1e-9);
        });
    }

    private static Map<MandateResultKey, MandateResult> results(Ignite ignite, String runId) {
        var query = new ScanQuery<MandateResultKey, MandateResult>();
        try (var rows = ignite.<MandateResultKey, MandateResult>cache(CacheNames.MANDATE_RESULT)
                .query(query)) {
            return rows.getAll().stream()
                    .filter(row -> row.getKey().runId().equals(runId))
                    .collect(Collectors.toMap(row -> row.getKey(), row -> row.getValue()));
        }
    }

    private static void load(Ignite ignite) {
        var recipe = new MarketRecipe("world", "World", 40, LocalDate.of(2024, 1, 2), LAST_DAY, 11);
        MarketLoad.silently(ignite).load(new MarketGenerator(recipe), 0);
        BookLoad.silently(ignite).load(new BookRecipe(BOOK, "Firm", MANDATES, 20, 8, 3), "world");
    }

    /** Some that bind and some that do not. */
    private static List<FirmLimit> limits() {
        List<FirmLimit> limits = new ArrayList<>();
        for (Sector sector : Sector.values()) {
            limits.add(new FirmLimit(FirmLimit.Kind.SECTOR, sector.label(), 0.08));
        }
        limits.add(new FirmLimit(FirmLimit.Kind.FACTOR, "market", 0.5));
        limits.add(new FirmLimit(FirmLimit.Kind.FACTOR, "volatility", 0.9));
        return limits;
    }

    private static MandateRequest request(List<FirmLimit> limits) {
        return new MandateRequest(BOOK, limits, MandateRequest.ExpectedReturn.CAPM, 400, 6, 0, 1e-4, 200, 60_000);
    }

    private static List<String> sectors(Ignite ignite) {
        return rows(ignite).map(Instrument::sector).distinct().sorted().toList();
    }

    private static List<String> instruments(Ignite ignite) {
        return rows(ignite)
                .filter(row -> row.averageDailyVolume() > 0 && row.isTraded(LAST_DAY.toEpochDay()))
                .map(Instrument::instrumentId)
                .sorted()
                .toList();
    }

    private static Stream<Instrument> rows(Ignite ignite) {
        Universe universe = ignite.<String, Universe>cache(CacheNames.UNIVERSE).get("world");
        return universe.instrumentIds().stream()
                .map(id ->
                        ignite.<String, Instrument>cache(CacheNames.INSTRUMENT).get(id));
    }
}
