package io.nqba.console.page.sales;

import io.nqba.console.page.Figures;
import io.nqba.console.page.SortedTable;
import io.nqba.console.page.SortedTable.Column;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.assignment.AssignmentQuery;
import io.nqba.console.sales.assignment.AssignmentQuery.Order;
import io.nqba.console.sales.assignment.AssignmentView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Why each piece of work went where, as a table that sorts, filters and pages in the grid.
 *
 * @param table where the table stands
 * @param columns its columns
 * @param rows the rows of this page
 */
record AssignmentTable(SortedTable table, List<Column> columns, List<Row> rows) {
    private static final int ROWS = 50;
    private static final int LONGEST_FILTER = 100;

    /**
     * One piece of work.
     *
     * @param title what people call it
     * @param before what the agent is called that had it; empty unless it changes hands
     */
    record Row(
            String work,
            String title,
            String href,
            String agent,
            String before,
            String value,
            String hours,
            String chance,
            String reason) {}

    /** Reads from the address which rows are wanted. */
    static AssignmentQuery query(String runId, MultiValueMap<String, String> address) {
        String typed = AssignmentForm.text(address, "q");
        String after = AssignmentForm.text(address, "after");
        Order order = order(AssignmentForm.text(address, "sort"));
        String direction = AssignmentForm.text(address, "dir");
        boolean descending =
                direction.isEmpty() ? order != Order.WORK && order != Order.AGENT : direction.equals("desc");
        return new AssignmentQuery(
                runId,
                order,
                descending,
                typed.substring(0, Math.min(LONGEST_FILTER, typed.length())),
                after.isEmpty() ? null : after,
                ROWS);
    }

    private static Order order(String key) {
        return Arrays.stream(Order.values())
                .filter(order -> key(order).equals(key))
                .findFirst()
                .orElse(Order.VALUE);
    }

    private static String key(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    static AssignmentTable of(
            String currency,
            AssignmentQuery query,
            Page<AssignmentView> found,
            WorkTitles.Titles titles,
            BookNames.Names names) {
        String address = UriComponentsBuilder.fromUriString(AssignmentPage.PATH + "?run={run}")
                .encode()
                .buildAndExpand(query.runId())
                .toUriString();
        int shown = found.items().size();
        String next = found.next();
        String filter = query.search();
        var table = new SortedTable(
                "assignments",
                address,
                filter == null ? "" : filter,
                key(query.order()),
                query.descending(),
                shown == 0
                        ? "Nothing matches"
                        : (shown == 1 ? "1 row" : Figures.count(shown) + " rows") + (next == null ? "" : " of more"),
                next == null ? "" : next,
                query.cursor() != null);
        return new AssignmentTable(
                table,
                columns(currency),
                found.items().stream().map(view -> row(view, titles, names)).toList());
    }

    private static List<Column> columns(String currency) {
        return List.of(
                new Column(key(Order.WORK), "Lead or deal", false),
                new Column(key(Order.AGENT), "Agent", false),
                new Column(key(Order.VALUE), "Expected (" + Figures.currencySign(currency) + ")", true),
                new Column(key(Order.HOURS), "Hours", true),
                new Column(key(Order.PROBABILITY), "Chance (%)", true));
    }

    private static Row row(AssignmentView view, WorkTitles.Titles titles, BookNames.Names names) {
        boolean moved = !view.previousRepId().isEmpty() && !view.previousRepId().equals(view.repId());
        return new Row(
                view.workId(),
                titles.of(view.workId()),
                titles.href(view.workId()),
                view.repId().isEmpty() ? "nobody" : view.repName(),
                moved ? names.rep(view.previousRepId()) + " →" : "",
                Figures.number(view.value(), 0),
                Figures.number(view.hours(), 2),
                Figures.number(100 * view.probability(), 1),
                view.reason());
    }
}
