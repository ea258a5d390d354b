package io.nqba.console.page.finance;

import io.nqba.console.page.Figures;
import io.nqba.console.page.SortedTable;
import io.nqba.console.page.SortedTable.Column;
import io.nqba.model.finance.PortfolioLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * The largest portfolios of a book, as a table that sorts, filters and pages.
 *
 * @param table where the table stands
 * @param columns its columns
 * @param rows the rows of this page
 */
record BookTable(SortedTable table, List<Column> columns, List<Row> rows) {
    private static final int ROWS = 50;
    private static final Map<String, Comparator<PortfolioLine>> ORDERS = Map.of(
            "name", Comparator.comparing(PortfolioLine::name),
            "owner", Comparator.comparing(PortfolioLine::owner),
            "value", Comparator.comparingDouble(PortfolioLine::value),
            "day", Comparator.comparingDouble(PortfolioLine::dayChange),
            "range", Comparator.comparingDouble(PortfolioLine::rangeReturn),
            "cash", Comparator.comparingDouble(line -> line.cash() / line.value()),
            "positions", Comparator.comparingInt(PortfolioLine::positions));

    /** One portfolio. */
    record Row(
            String href,
            String name,
            String owner,
            String value,
            String share,
            String width,
            String day,
            String range,
            String cash,
            String positions) {}

    /**
     * Orders, filters and cuts the portfolios.
     *
     * @param lines the largest portfolios of the book
     * @param all how many the book has
     * @param total value of the book
     * @param query what the address asks for
     */
    static BookTable of(
            List<PortfolioLine> lines, int all, double total, BookPage page, MultiValueMap<String, String> query) {
        String filter = BookPage.text(query, "q").strip();
        String asked = BookPage.text(query, "sort");
        String sort = ORDERS.containsKey(asked) ? asked : "value";
        String direction = BookPage.text(query, "dir");
        boolean down = direction.isEmpty() ? !isText(sort) : direction.equals("desc");
        List<PortfolioLine> matching = matching(lines, filter, sort, down);
        int from = placeAfter(matching, BookPage.text(query, "after"));
        int to = Math.min(matching.size(), from + ROWS);
        String range = matching.isEmpty()
                ? "No portfolio matches"
                : "%,d–%,d of %,d portfolios".formatted(from + 1, to, matching.size());
        if (lines.size() < all) {
            range += ", the largest of %,d".formatted(all);
        }
        String next = to < matching.size() ? matching.get(to - 1).portfolioId() : "";
        SortedTable table = new SortedTable("portfolios", page.href(), filter, sort, down, range, next, from > 0);
        double largest = lines.stream().mapToDouble(PortfolioLine::value).max().orElse(1);
        return new BookTable(
                table,
                columns(page),
                matching.subList(from, to).stream()
                        .map(line -> row(line, total, largest))
                        .toList());
    }

    private static boolean isText(String column) {
        return column.equals("name") || column.equals("owner");
    }

    private static List<PortfolioLine> matching(List<PortfolioLine> lines, String filter, String sort, boolean down) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        List<PortfolioLine> matching = new ArrayList<>(lines.stream()
                .filter(line -> (line.name() + " " + line.owner() + " " + line.portfolioId())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList());
        Comparator<PortfolioLine> order = ORDERS.getOrDefault(sort, Comparator.comparingDouble(PortfolioLine::value));
        matching.sort((down ? order.reversed() : order).thenComparing(PortfolioLine::portfolioId));
        return matching;
    }

    private static int placeAfter(List<PortfolioLine> matching, String after) {
        for (int i = 0; i + 1 < matching.size(); i++) {
            if (matching.get(i).portfolioId().equals(after)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static List<Column> columns(BookPage page) {
        String money = " (" + Figures.currencySign(page.book().currency()) + ")";
        return List.of(
                new Column("name", "Portfolio", false),
                new Column("owner", "Owner", false),
                new Column("value", "Value" + money, true),
                new Column("day", "Day", true),
                new Column("range", "Over " + page.lengthWords(), true),
                new Column("cash", "Cash", true),
                new Column("positions", "Positions", true));
    }

    private static Row row(PortfolioLine line, double total, double largest) {
        return new Row(
                BookPage.portfolioHref(line.portfolioId()),
                line.name(),
                line.owner(),
                Figures.number(line.value(), 0),
                Figures.percent(line.value() / total),
                String.format(Locale.ROOT, "%.1f%%", 100 * Math.max(0, line.value() / largest)),
                BookOverview.signed(line.dayChange()),
                BookOverview.signed(line.rangeReturn()),
                Figures.percent(line.cash() / line.value()),
                Figures.count(line.positions()));
    }
}
