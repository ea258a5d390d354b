package io.nqba.console.page.finance;

import io.nqba.console.finance.MandateResultQuery;
import io.nqba.console.finance.MandateResultQuery.Order;
import io.nqba.console.finance.MandateResultView;
import io.nqba.console.page.Figures;
import io.nqba.console.page.SortedTable;
import io.nqba.console.page.SortedTable.Column;
import io.nqba.console.paging.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a run proposes for each mandate, as a table that sorts, filters and pages in the grid.
 *
 * @param table where the table stands
 * @param columns its columns
 * @param rows the rows of this page
 */
record MandateTable(SortedTable table, List<Column> columns, List<Row> rows) {
    private static final int ROWS = 50;
    private static final int LONGEST_FILTER = 100;

    /** One mandate. */
    record Row(
            String href,
            String name,
            String capital,
            String utility,
            String now,
            String givenUp,
            String expectedReturn,
            String volatility,
            String turnover,
            String cost,
            String cash) {}

    /** Reads from the address which rows are wanted. */
    static MandateResultQuery query(String runId, MultiValueMap<String, String> address) {
        String typed = BookPage.text(address, "q").strip();
        String after = BookPage.text(address, "after");
        Order order = order(BookPage.text(address, "sort"));
        String direction = BookPage.text(address, "dir");
        return new MandateResultQuery(
                runId,
                order,
                direction.isEmpty() ? order != Order.NAME : direction.equals("desc"),
                typed.substring(0, Math.min(LONGEST_FILTER, typed.length())),
                after.isEmpty() ? null : after,
                ROWS);
    }

    private static Order order(String key) {
        return Arrays.stream(Order.values())
                .filter(order -> order != Order.ID && key(order).equals(key))
                .findFirst()
                .orElse(Order.GIVEN_UP);
    }

    private static String key(Order order) {
        return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static MandateTable of(
            String bookId, String currency, long mandates, MandateResultQuery query, Page<MandateResultView> found) {
        String address = UriComponentsBuilder.fromUriString("/goliath/mandates?book={book}&run={run}")
                .encode()
                .buildAndExpand(bookId, query.runId())
                .toUriString();
        int shown = found.items().size();
        String range = shown == 0
                ? "No mandate matches"
                : "%s of %s"
                        .formatted(
                                Figures.count(shown),
                                mandates == 1 ? "1 mandate" : Figures.count(mandates) + " mandates");
        String next = found.next();
        String filter = query.search();
        var table = new SortedTable(
                "mandates",
                address,
                filter == null ? "" : filter,
                key(query.order()),
                query.descending(),
                range,
                next == null ? "" : next,
                query.cursor() != null);
        return new MandateTable(
                table,
                columns(currency),
                found.items().stream().map(MandateTable::row).toList());
    }

    private static List<Column> columns(String currency) {
        String money = " (" + Figures.currencySign(currency) + ")";
        return List.of(
                new Column(key(Order.NAME), "Mandate", false),
                new Column(key(Order.CAPITAL), "Capital" + money, true),
                new Column(key(Order.UTILITY), "Utility a year" + money, true),
                new Column(key(Order.GIVEN_UP), "Given up" + money, true),
                new Column(key(Order.EXPECTED_RETURN), "Return (% a year)", true),
                new Column(key(Order.VOLATILITY), "Volatility (% a year)", true),
                new Column(key(Order.TURNOVER), "Traded (%)", true),
                new Column(key(Order.TRADING_COST), "Cost" + money, true),
                new Column(key(Order.CASH), "Cash (%)", true));
    }

    private static Row row(MandateResultView result) {
        return new Row(
                BookPage.portfolioHref(result.portfolioId()),
                result.portfolioName(),
                Figures.number(result.capital(), 0),
                Figures.number(result.utility(), 0),
                Figures.number(result.utilityNow(), 0),
                Figures.number(result.givenUp(), 0),
                percent(result.expectedReturn()),
                percent(result.volatilityNow()) + " → " + percent(result.volatility()),
                percent(result.turnover()),
                Figures.number(result.tradingCost(), 0),
                percent(result.cashWeight()));
    }

    private static String percent(double share) {
        return Figures.number(100 * share, 1);
    }
}
