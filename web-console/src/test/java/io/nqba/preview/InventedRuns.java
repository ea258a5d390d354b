package io.nqba.preview;

import io.nqba.console.energy.DeviceScheduleView;
import io.nqba.console.energy.ProfileView;
import io.nqba.console.energy.ScheduleGateway;
import io.nqba.console.energy.ScheduleView;
import io.nqba.console.energy.SiteResultView;
import io.nqba.console.optimisation.BaselineView;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.paging.Page;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs that nobody computed: one closes forever, one has ended. */
@Component
@RestController
class InventedRuns implements RunGateway, ScheduleGateway {
    private static final String LIVE = "11111111-1111-4111-8111-111111111111";
    private static final String DONE = "22222222-2222-4222-8222-222222222222";
    private static final String FAILED = "33333333-3333-4333-8333-333333333333";
    private static final int ROUNDS = 28;

    private final InventedGrid grid;

    InventedRuns(InventedGrid grid) {
        this.grid = grid;
    }

    private static double value(int round) {
        return 599.2041 + 90 * Math.exp(-round / 3.5);
    }

    private static double bound(int round) {
        return 599.1979 - 160 * Math.exp(-round / 3.0);
    }

    private static RunView run(String id, RunState state, int round) {
        boolean failed = state == RunState.FAILED;
        Double value = failed ? null : value(round);
        Double bound = failed ? null : bound(round);
        Instant created = Instant.now().minusSeconds(90);
        return new RunView(
                id,
                BusinessUnit.FLYFOX,
                "energy-optimization",
                "maple",
                state,
                "council",
                created,
                created,
                state.terminal() ? created.plusMillis(3_240) : null,
                ObjectiveSense.MINIMISE,
                "USD",
                value,
                bound,
                value == null || bound == null ? null : (value - bound) / value,
                List.of(
                        new BaselineView("no-battery", 905.26), new BaselineView("self-consumption", 674.56),
                        new BaselineView("time-of-use", 702.1), new BaselineView("each-alone", 641.52)),
                round,
                3,
                "node-1",
                false,
                failed ? "The cap of 2 kW from 18:00 to 20:00 is 11.3 kW below what the sites need." : "",
                failed ? "Raise the cap to 13.3 kW, or leave demand response out." : "",
                state == RunState.SUCCEEDED
                        ? List.of(
                                "The evening of 3 Aug sets the peak: 25.3 kW between 19:00 and 21:00.",
                                "A kWh less in those hours saves 1.17 $ on top of its tariff.",
                                "Four sites with large evening loads carry 61 % of the demand charge; two feed in and are relieved.")
                        : List.of(),
                Map.of(
                        "start",
                        InventedGrid.START,
                        "slots",
                        168,
                        "source",
                        "READINGS",
                        "demandChargePerKw",
                        2.3333,
                        "carbonWeightPerKg",
                        0.0,
                        "targetGap",
                        1e-4,
                        "timeLimitMillis",
                        120_000L));
    }

    @Override
    public Mono<RunView> submit(SubmitRun submission) {
        return Mono.just(run(LIVE, RunState.RUNNING, 3));
    }

    @Override
    public Mono<RunView> find(String runId) {
        return switch (runId) {
            case LIVE -> Mono.just(run(LIVE, RunState.RUNNING, 4));
            case DONE -> Mono.just(run(DONE, RunState.SUCCEEDED, ROUNDS));
            case FAILED -> Mono.just(run(FAILED, RunState.FAILED, 0));
            default -> Mono.just(runId).filter(InventedAnnealing.RUNS::contains).map(InventedAnnealing::run);
        };
    }

    @Override
    public Mono<Page<RunView>> list(RunQuery query) {
        return Flux.concat(Flux.just(LIVE, DONE, FAILED), Flux.fromIterable(InventedAnnealing.RUNS))
                .concatMap(this::find)
                .filter(run -> query.kind() == null || query.kind().equals(run.kind()))
                .filter(run -> query.unit() == null || query.unit() == run.unit())
                .filter(run -> query.state() == null || query.state() == run.state())
                .collectList()
                .map(found -> new Page<>(found, null));
    }

    @Override
    public Mono<RunView> cancel(String runId) {
        return find(runId);
    }

    private static RunEvent event(String id, int round) {
        double value = value(round);
        return new RunEvent(
                id,
                round,
                RunState.RUNNING,
                round,
                value,
                bound(round),
                (value - bound(round)) / value,
                115L * round,
                3,
                4_230,
                "Round " + round + " improved the answer.");
    }

    @Override
    public Flux<RunEvent> history(String runId, long afterSequence) {
        if (InventedAnnealing.RUNS.contains(runId)) {
            int last = runId.equals(InventedAnnealing.LIVE)
                    ? InventedAnnealing.run(runId).rounds()
                    : ROUNDS;
            return Flux.range(1, last).map(InventedAnnealing::event);
        }
        return Flux.range(1, runId.equals(LIVE) ? 4 : ROUNDS).map(round -> event(runId, round));
    }

    @Override
    public Flux<RunEvent> events(String runId, long afterSequence) {
        if (InventedAnnealing.RUNS.contains(runId)) {
            return Flux.interval(Duration.ofSeconds(1))
                    .map(i -> InventedAnnealing.event((int) (afterSequence + 1 + i)));
        }
        return Flux.interval(Duration.ofMillis(700)).take(200).map(i -> event(runId, (int) (afterSequence + 1 + i)));
    }

    @GetMapping("/api/v1/grid/events")
    Flux<ServerSentEvent<Object>> gridStream() {
        return grid.events()
                .map(event -> ServerSentEvent.builder((Object) event)
                        .id(Long.toString(event.sequence()))
                        .event("status")
                        .build());
    }

    @Override
    public Mono<ProfileView> profile(String runId) {
        if (!runId.equals(DONE)) {
            return Mono.empty();
        }
        return Mono.just(new ProfileView(
                runId,
                "maple",
                60,
                IntStream.range(0, 168).mapToObj(InventedRuns::slot).toList()));
    }

    private static ProfileView.Slot slot(int hour) {
        double before = IntStream.range(0, InventedGrid.SITES)
                .mapToDouble(s -> InventedGrid.load(hour, s) - InventedGrid.solar(hour, s))
                .sum();
        double after = Math.min(25.3, before + (before < 0 ? 14 : hour % 24 > 17 ? -9 : 2));
        double alone = before + (hour % 24 == 3 ? 60 : before < 0 ? 8 : hour % 24 > 17 ? -12 : 0);
        double price = hour % 24 >= 16 && hour % 24 < 21 ? 0.54 : 0.22;
        return new ProfileView.Slot(
                InventedGrid.START.plusSeconds(3_600L * hour),
                before,
                alone,
                after,
                price,
                0.2 - 0.08 * Math.sin((hour - 6) * Math.PI / 12),
                after >= 25.29 && hour > 60 && hour < 72 ? 0.58 : 0);
    }

    @Override
    public Mono<Page<ScheduleView>> schedules(
            String runId, @Nullable String siteId, @Nullable String cursor, int limit) {
        return Mono.just(new Page<>(
                IntStream.range(0, 168)
                        .mapToObj(hour -> schedule(siteId == null ? "maple-0" : siteId, hour))
                        .toList(),
                null));
    }

    private static ScheduleView schedule(String siteId, int hour) {
        double before = InventedGrid.load(hour, 1) - InventedGrid.solar(hour, 1);
        double charge = before < 0 ? Math.min(1.2, -before) : 0;
        double discharge = hour % 24 > 17 ? 0.9 : 0;
        double net = before + charge - discharge;
        return new ScheduleView(
                siteId,
                InventedGrid.START.plusSeconds(3_600L * hour),
                charge,
                discharge,
                Math.max(0, 3.2 + 3.1 * Math.sin((hour - 12) * Math.PI / 12)),
                Math.max(0, net),
                Math.max(0, -net),
                before);
    }

    @Override
    public Mono<Page<SiteResultView>> siteResults(String runId, @Nullable String cursor, int limit) {
        return Mono.just(new Page<>(
                IntStream.range(0, InventedGrid.SITES)
                        .mapToObj(InventedRuns::result)
                        .toList(),
                null));
    }

    private static SiteResultView result(int site) {
        double before = 40 + 3 * site;
        double cost = before * (0.62 + 0.012 * (site % 7));
        return new SiteResultView(
                "maple-" + site,
                "Maple Street " + (site + 1),
                before,
                before * 0.76,
                before * 0.79,
                before * 0.7,
                cost,
                before - cost,
                1.5 + site % 4 - (site % 6 == 0 ? 3 : 0),
                30,
                24 - site % 5,
                61 + site);
    }

    @Override
    public Mono<SiteResultView> siteResult(String runId, String siteId) {
        return Mono.just(result(Integer.parseInt(siteId.substring(6))));
    }

    /** A car that charges by night instead of in the evening, at every site but the first. */
    @Override
    public Mono<Page<DeviceScheduleView>> devices(
            String runId, @Nullable String siteId, @Nullable String cursor, int limit) {
        String site = siteId == null ? "maple-1" : siteId;
        List<DeviceScheduleView> rows = site.equals("maple-0")
                ? List.of()
                : IntStream.range(0, 168)
                        .filter(hour -> hour % 24 < 3 || hour % 24 == 18 || hour % 24 == 19)
                        .mapToObj(hour -> new DeviceScheduleView(
                                site,
                                "car",
                                InventedGrid.START.plusSeconds(3_600L * hour),
                                hour % 24 < 3 ? 4 : 0,
                                hour % 24 < 3 ? 0 : 6))
                        .toList();
        return Mono.just(new Page<>(rows, null));
    }
}
