package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;
import static io.nqba.console.grid.GridSql.whole;

import io.nqba.console.sales.OverviewGateway;
import io.nqba.console.sales.PipelineGateway;
import io.nqba.console.sales.PipelineQuery;
import io.nqba.console.sales.Quarter;
import io.nqba.console.sales.SalesOverview;
import io.nqba.console.sales.SalesOverview.Closed;
import io.nqba.console.sales.SalesOverview.GradeTotal;
import io.nqba.console.sales.SalesOverview.Load;
import io.nqba.console.sales.SalesOverview.OverdueTask;
import io.nqba.console.sales.StageTotal;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The overview by SQL: each figure is counted where the rows lie. */
@Component
class IgniteOverviewGateway implements OverviewGateway {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final long WEEK_MILLIS = Duration.ofDays(7).toMillis();
    private static final int TASKS = 8;
    private static final String OPEN = "(L.STATUS = ? OR L.STATUS = ? OR L.STATUS = ?)";
    private static final Object[] OPEN_STATUSES = {LeadStatus.NEW, LeadStatus.WORKING, LeadStatus.QUALIFIED};
    private static final String OWNED =
            "SELECT L.OWNER_REP_ID, COUNT(*), SUM(L.WORK_HOURS) FROM LEAD L WHERE " + OPEN + " GROUP BY L.OWNER_REP_ID";
    private static final String GRADES = "SELECT CAST(S.GRADE AS VARCHAR), COUNT(*), SUM(S.PROBABILITY * L.AMOUNT)"
            + " FROM LEAD L JOIN LEAD_SCORE S ON S.LEAD_ID = L.LEAD_ID WHERE " + OPEN + " GROUP BY S.GRADE";
    private static final String CAME_IN =
            "SELECT COUNT(*) FROM LEAD WHERE CREATED_AT_MILLIS >= ? AND CREATED_AT_MILLIS < ?";
    private static final String CLOSED = "SELECT CAST(STAGE AS VARCHAR), COUNT(*), SUM(AMOUNT) FROM OPPORTUNITY"
            + " WHERE (STAGE = ? OR STAGE = ?) AND CLOSE_DAY >= ? AND CLOSE_DAY < ? GROUP BY STAGE";
    private static final String OVERDUE = " FROM ACTIVITY WHERE KIND = ? AND DONE = FALSE AND DUE_DAY < ?";

    private final GridConnection grid;
    private final GridSql sql;
    private final PipelineGateway pipeline;
    private final Clock clock;
    private final Mono<SalesOverview> latest;

    IgniteOverviewGateway(GridConnection grid, GridSql sql, PipelineGateway pipeline, Clock clock) {
        this.grid = grid;
        this.sql = sql;
        this.pipeline = pipeline;
        this.clock = clock;
        this.latest = Mono.defer(this::read).cache(known -> FRESH, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Mono<SalesOverview> overview() {
        return latest;
    }

    private Mono<SalesOverview> read() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Quarter now = Quarter.of(today);
        long millis = clock.millis();
        Mono<Deals> deals = Mono.zip(
                        pipeline.totals(
                                new PipelineQuery(null, null, now.first().toEpochDay())),
                        closed(now),
                        closed(now.before()))
                .map(all -> new Deals(all.getT1(), all.getT2(), all.getT3()));
        Mono<List<List<?>>> owned = sql.rows(OWNED, OPEN_STATUSES);
        Mono<Leads> leads = Mono.zip(
                        owned,
                        sql.rows(GRADES, OPEN_STATUSES),
                        count(CAME_IN, millis - WEEK_MILLIS, Long.MAX_VALUE),
                        count(CAME_IN, millis - 2 * WEEK_MILLIS, millis - WEEK_MILLIS),
                        sql.rows("SELECT REP_ID, NAME, HOURS_CAPACITY FROM SALES_REP WHERE ACTIVE = TRUE"))
                .map(all -> new Leads(all.getT1(), all.getT2(), all.getT3(), all.getT4(), all.getT5()));
        Mono<Long> overdue = count("SELECT COUNT(*)" + OVERDUE, ActivityKind.TASK, today.toEpochDay());
        return Mono.zip(deals, leads, overdue, tasks(today))
                .map(all -> of(all.getT1(), all.getT2(), all.getT3(), all.getT4()));
    }

    private record Deals(List<StageTotal> totals, Closed now, Closed before) {
        double sum(boolean weighted) {
            return open().stream()
                    .mapToDouble(total -> weighted ? total.weighted() : total.amount())
                    .sum();
        }

        List<StageTotal> open() {
            return totals.stream()
                    .filter(total -> total.stage() == DealStage.PROSPECTING || total.stage() == DealStage.ENGAGING)
                    .toList();
        }
    }

    private record Leads(List<List<?>> owned, List<List<?>> grades, long recent, long before, List<List<?>> reps) {
        long open() {
            return owned.stream().mapToLong(row -> whole(row, 1)).sum();
        }

        long unowned() {
            return owned.stream()
                    .filter(row -> text(row, 0).isEmpty())
                    .mapToLong(row -> whole(row, 1))
                    .sum();
        }
    }

    private static SalesOverview of(Deals deals, Leads leads, long overdue, List<OverdueTask> tasks) {
        return new SalesOverview(
                deals.open().stream().mapToLong(StageTotal::deals).sum(),
                deals.sum(false),
                deals.sum(true),
                deals.now(),
                deals.before(),
                leads.open(),
                leads.unowned(),
                leads.recent(),
                leads.before(),
                overdue,
                grades(leads),
                loads(leads),
                tasks);
    }

    private static List<GradeTotal> grades(Leads leads) {
        List<GradeTotal> totals = leads.grades().stream()
                .map(row -> new GradeTotal(text(row, 0), whole(row, 1), number(row, 2)))
                .sorted(Comparator.comparing(total -> String.valueOf(total.grade())))
                .collect(Collectors.toCollection(ArrayList::new));
        long scored = totals.stream().mapToLong(GradeTotal::leads).sum();
        if (leads.open() > scored) {
            totals.add(new GradeTotal(null, leads.open() - scored, 0));
        }
        return totals;
    }

    private static List<Load> loads(Leads leads) {
        Map<String, List<?>> owned = leads.owned().stream().collect(Collectors.toMap(row -> text(row, 0), row -> row));
        return leads.reps().stream()
                .map(rep -> load(rep, owned.get(text(rep, 0))))
                .sorted(Comparator.comparingDouble(
                                (Load load) -> load.capacity() > 0 ? -load.hours() / load.capacity() : -load.hours())
                        .thenComparing(Load::name))
                .toList();
    }

    private static Load load(List<?> rep, @Nullable List<?> owned) {
        return new Load(
                text(rep, 0),
                text(rep, 1),
                owned == null ? 0 : number(owned, 2),
                number(rep, 2),
                owned == null ? 0 : whole(owned, 1));
    }

    private Mono<Closed> closed(Quarter quarter) {
        return sql.rows(
                        CLOSED,
                        DealStage.WON,
                        DealStage.LOST,
                        quarter.first().toEpochDay(),
                        quarter.end().toEpochDay())
                .map(rows -> {
                    long won = 0;
                    long lost = 0;
                    double amount = 0;
                    for (List<?> row : rows) {
                        if (text(row, 0).equals(DealStage.WON.name())) {
                            won += whole(row, 1);
                            amount += number(row, 2);
                        } else {
                            lost += whole(row, 1);
                        }
                    }
                    return new Closed(quarter.toString(), won, lost, amount);
                });
    }

    private Mono<Long> count(String statement, Object... arguments) {
        return sql.rows(statement, arguments).map(rows -> whole(rows.get(0), 0));
    }

    private Mono<List<OverdueTask>> tasks(LocalDate today) {
        return sql.rows(
                        "SELECT LEAD_ID, DUE_DAY, BY_REP_ID" + OVERDUE + " ORDER BY DUE_DAY, LEAD_ID LIMIT ?",
                        ActivityKind.TASK,
                        today.toEpochDay(),
                        TASKS)
                .flatMap(rows -> companies(rows)
                        .map(leads -> rows.stream()
                                .map(row -> task(row, leads.get(text(row, 0))))
                                .toList()));
    }

    private Mono<Map<String, Lead>> companies(List<List<?>> rows) {
        Set<String> ids = rows.stream().map(row -> text(row, 0)).collect(Collectors.toCollection(LinkedHashSet::new));
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : grid.call(
                        client -> client.<String, Lead>cache(CacheNames.LEAD).getAllAsync(ids));
    }

    private static OverdueTask task(List<?> row, @Nullable Lead lead) {
        String rep = text(row, 2);
        return new OverdueTask(
                text(row, 0),
                lead == null || lead.company().isEmpty() ? null : lead.company(),
                LocalDate.ofEpochDay(whole(row, 1)),
                rep.isEmpty() ? null : rep);
    }
}
