package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;

import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.assignment.AgentPriceView;
import io.nqba.console.sales.assignment.AssignmentGateway;
import io.nqba.console.sales.assignment.AssignmentQuery;
import io.nqba.console.sales.assignment.AssignmentQuery.Order;
import io.nqba.console.sales.assignment.AssignmentView;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.sales.Assignment;
import java.util.ArrayList;
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
        String column = column(query.order());
        var statement = new StringBuilder(ASSIGNMENTS);
        List<Object> arguments = new ArrayList<>(List.of(query.runId()));
        if (query.search() != null && !query.search().isBlank()) {
            statement.append(" AND (LOWER(" + NAME + ") LIKE ? OR LOWER(a.WORK_ID) LIKE ?)");
            String pattern = GridSql.containing(query.search());
            arguments.addAll(List.of(pattern, pattern));
        }
        List<String> last = Cursor.parse(query.cursor(), 2);
        if (!last.isEmpty()) {
            Object place = place(query.order(), last.get(0));
            statement.append(" AND (%1$s %2$s ? OR %1$s = ? AND a.WORK_ID > ?)"
                    .formatted(column, query.descending() ? "<" : ">"));
            arguments.addAll(List.of(place, place, last.get(1)));
        }
        statement.append(" ORDER BY %s%s, a.WORK_ID LIMIT ?".formatted(column, query.descending() ? " DESC" : ""));
        arguments.add(query.limit() + 1);
        return sql.rows(statement.toString(), arguments.toArray())
                .map(rows ->
                        rows.stream().map(IgniteAssignmentGateway::assignment).toList())
                .map(found ->
                        Page.of(found, query.limit(), row -> Cursor.after(value(query.order(), row), row.workId())));
    }

    private static String column(Order order) {
        return switch (order) {
            case WORK -> "a.WORK_ID";
            case AGENT -> NAME;
            case VALUE -> "a.VALUE";
            case HOURS -> "a.HOURS";
            case PROBABILITY -> "a.PROBABILITY";
        };
    }

    /** Numbers are written so that they read back as the same bits. */
    private static String value(Order order, AssignmentView row) {
        return switch (order) {
            case WORK -> row.workId();
            case AGENT -> row.repName();
            case VALUE -> Double.toString(row.value());
            case HOURS -> Double.toString(row.hours());
            case PROBABILITY -> Double.toString(row.probability());
        };
    }

    private static Object place(Order order, String value) {
        if (order == Order.WORK || order == Order.AGENT) {
            return value;
        }
        try {
            return Double.valueOf(value);
        } catch (NumberFormatException otherOrder) {
            throw Cursor.unknown(value, otherOrder);
        }
    }

    @Override
    public Mono<List<AgentPriceView>> prices(String runId) {
        return sql.rows(PRICES, runId)
                .map(rows -> rows.stream().map(IgniteAssignmentGateway::price).toList());
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
