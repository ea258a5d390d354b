package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;

import io.nqba.console.grid.KeysetQuery.Sort;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.assignment.AgentPriceView;
import io.nqba.console.sales.assignment.AssignmentGateway;
import io.nqba.console.sales.assignment.AssignmentQuery;
import io.nqba.console.sales.assignment.AssignmentQuery.Order;
import io.nqba.console.sales.assignment.AssignmentView;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.sales.Assignment;
import io.nqba.model.sales.CurrentAssignmentPrices;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers of assignment runs. */
@Component
class IgniteAssignmentGateway implements AssignmentGateway {
    private static final String ASSIGNMENTS = """
            SELECT a.WORK_ID, a.REP_ID, COALESCE(r.NAME, a.REP_ID), a.PREVIOUS_REP_ID, a.VALUE, a.HOURS, a.PROBABILITY, a.REASON
            FROM ASSIGNMENT a LEFT JOIN SALES_REP r ON r.REP_ID = a.REP_ID
            WHERE a.RUN_ID = ?""";
    private static final String PRICES = """
            SELECT p.REP_ID, COALESCE(r.NAME, p.REP_ID), p.HOURS_USED, p.HOURS_CAPACITY, p.SHADOW_PRICE, p.VALUE
            FROM AGENT_PRICE p LEFT JOIN SALES_REP r ON r.REP_ID = p.REP_ID
            WHERE p.RUN_ID = ? ORDER BY p.SHADOW_PRICE DESC, p.REP_ID""";
    private static final String NAME = "COALESCE(r.NAME, a.REP_ID)";
    /** Below this an hour is worth nothing that anybody would notice. */
    private static final double NOTICEABLE = 0.005;

    private final GridConnection grid;
    private final GridSql sql;

    IgniteAssignmentGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<AssignmentView> assign(String leadId) {
        return grid.<Assignment>task(TaskNames.ASSIGN_LEAD, leadId)
                .map(row -> new AssignmentView(
                        leadId,
                        row.repId(),
                        row.repId(),
                        row.previousRepId(),
                        row.value(),
                        row.hours(),
                        row.probability(),
                        row.reason()));
    }

    @Override
    public Mono<Page<AssignmentView>> assignments(AssignmentQuery query) {
        return new KeysetQuery<AssignmentView>(ASSIGNMENTS, query.runId())
                .containing(query.search(), NAME, "a.WORK_ID")
                .page(
                        sql,
                        sort(query.order()),
                        query.descending(),
                        sort(Order.WORK),
                        query.cursor(),
                        query.limit(),
                        IgniteAssignmentGateway::assignment);
    }

    private static Sort<AssignmentView> sort(Order order) {
        return switch (order) {
            case WORK -> Sort.text("a.WORK_ID", AssignmentView::workId);
            case AGENT -> Sort.text(NAME, AssignmentView::repName);
            case VALUE -> Sort.number("a.VALUE", AssignmentView::value);
            case HOURS -> Sort.number("a.HOURS", AssignmentView::hours);
            case PROBABILITY -> Sort.number("a.PROBABILITY", AssignmentView::probability);
        };
    }

    @Override
    public Mono<List<AgentPriceView>> prices(String runId) {
        return sql.rows(PRICES, runId)
                .map(rows -> rows.stream().map(IgniteAssignmentGateway::price).toList());
    }

    @Override
    public Mono<Boolean> pricesStand() {
        return grid.call(client -> client.<String, CurrentAssignmentPrices>cache(CacheNames.CURRENT_ASSIGNMENT_PRICES)
                .containsKeyAsync(CurrentAssignmentPrices.KEY));
    }

    private static AssignmentView assignment(List<?> row) {
        return new AssignmentView(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                text(row, 3),
                number(row, 4),
                number(row, 5),
                number(row, 6),
                text(row, 7));
    }

    private static AgentPriceView price(List<?> row) {
        double shadowPrice = number(row, 4);
        return new AgentPriceView(
                text(row, 0),
                text(row, 1),
                number(row, 2),
                number(row, 3),
                shadowPrice,
                number(row, 5),
                words(text(row, 1), shadowPrice));
    }

    private static String words(String name, double shadowPrice) {
        return shadowPrice < NOTICEABLE
                ? "%s has hours left: one more is worth nothing.".formatted(name)
                : String.format(Locale.ENGLISH, "One more hour of %s is worth %,.2f $.", name, shadowPrice);
    }
}
