package io.nqba.console.page.sales;

import io.nqba.console.page.Figures;
import io.nqba.console.page.SortedTable;
import io.nqba.console.page.SortedTable.Column;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.AccountLine;
import io.nqba.console.sales.AccountQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * Accounts as a table that filters, sorts and pages in the grid.
 *
 * @param table where the table stands
 * @param rows the rows of this page
 * @param csv address of the same accounts as a file
 */
record AccountTable(SortedTable table, List<Row> rows, String csv) {
    static final String PATH = "/sigma/accounts";
    static final int ROWS = 50;
    static final long MOST_COUNTED = 10_000;
    private static final int LONGEST_FILTER = 100;
    private static final Map<String, Column> COLUMNS = Map.of(
            "name", new Column("name", "Account", false),
            "revenue", new Column("revenue", "Revenue ($ a year)", true),
            "employees", new Column("employees", "Employees", true));

    /** One account. */
    record Row(
            String id,
            String href,
            String name,
            String sector,
            String region,
            String revenue,
            String employees,
            String openDeals,
            String won) {}

    static AccountQuery query(MultiValueMap<String, String> address) {
        String typed = text(address, "q").strip();
        AccountQuery.Sort sort = SalesWords.named(AccountQuery.Sort.values(), text(address, "sort"));
        AccountQuery.Sort order = sort == null ? AccountQuery.Sort.NAME : sort;
        String direction = text(address, "dir");
        return new AccountQuery(
                LeadForm.orNull(typed.substring(0, Math.min(LONGEST_FILTER, typed.length()))),
                order,
                direction.isEmpty() ? order != AccountQuery.Sort.NAME : direction.equals("desc"),
                LeadForm.orNull(text(address, "after")),
                ROWS);
    }

    private static String text(MultiValueMap<String, String> address, String name) {
        String value = address.getFirst(name);
        return value == null ? "" : value;
    }

    static AccountTable of(AccountQuery query, Page<AccountLine> found, long count) {
        String next = found.next();
        String filter = LeadForm.text(query.search());
        var table = new SortedTable(
                "accounts",
                PATH,
                filter,
                SalesWords.key(query.sort()),
                query.descending(),
                range(found.items().size(), count),
                next == null ? "" : next,
                query.cursor() != null);
        String csv = LeadAddress.with(
                "/api/v1/sigma/accounts",
                filter.isEmpty() ? Map.of("format", "csv") : Map.of("format", "csv", "search", filter));
        return new AccountTable(
                table, found.items().stream().map(AccountTable::row).toList(), csv);
    }

    private static String range(int shown, long count) {
        if (count == 0) {
            return "No account matches";
        }
        String all = count >= MOST_COUNTED ? "more than " + Figures.count(MOST_COUNTED) : Figures.count(count);
        return "%s of %s account%s".formatted(Figures.count(shown), all, count == 1 ? "" : "s");
    }

    /** Returns a column that the table can be sorted by. */
    public @Nullable Column column(String key) {
        return COLUMNS.get(key);
    }

    private static Row row(AccountLine account) {
        Double revenue = account.revenue();
        Long employees = account.employees();
        return new Row(
                account.id(),
                href(account.id()),
                account.name(),
                LeadForm.text(account.sector()),
                LeadForm.text(account.region()),
                revenue == null ? "–" : Figures.number(revenue, 0),
                employees == null ? "–" : Figures.count(employees),
                Figures.count(account.openDeals()),
                Figures.number(account.wonAmount(), 0));
    }

    static String href(String id) {
        return PATH + "/" + UriUtils.encode(id, StandardCharsets.UTF_8);
    }
}
