package io.nqba.console.page.sales;

import io.nqba.console.page.Choice;
import io.nqba.console.page.Figures;
import io.nqba.console.page.SortedTable;
import io.nqba.console.page.SortedTable.Column;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.LeadView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leads as a table that filters, sorts and pages in the grid.
 *
 * @param table where the table stands
 * @param choices what it is filtered by beside the text
 * @param rows the rows of this page
 * @param csv address of the same leads as a file
 * @param ofPerson whether only those of one person are shown
 */
record LeadTable(SortedTable table, List<Choice> choices, List<Row> rows, String csv, boolean ofPerson) {
    static final int ROWS = 50;

    /** Leads are counted up to here: beyond, nobody asks how many exactly, and counting would cost more than the page. */
    static final long MOST_COUNTED = 10_000;

    private static final Map<String, Column> COLUMNS = Map.of(
            "company", new Column("company", "Company", false),
            "probability", new Column("probability", "Chance (%)", true),
            "amount", new Column("amount", "If won ($)", true),
            "created", new Column("created", "Came in", true));

    /** One lead. */
    record Row(
            String id,
            String href,
            String company,
            String person,
            String grade,
            String chance,
            String status,
            String statusClass,
            String owner,
            String product,
            String amount,
            String source,
            String territory,
            String createdAt,
            String age) {}

    static LeadTable of(
            LeadAddress address,
            Page<LeadView> found,
            long count,
            BookNames.Names names,
            BookNames.Words words,
            Instant now) {
        String next = found.next();
        var table = new SortedTable(
                "leads",
                address.href(),
                address.text(),
                SalesWords.key(address.sort()),
                address.descending(),
                range(found.items().size(), count),
                next == null ? "" : next,
                !address.after().isEmpty());
        return new LeadTable(
                table,
                choices(address, names, words),
                found.items().stream().map(lead -> row(lead, names, now)).toList(),
                address.csv(),
                !address.person().isEmpty());
    }

    private static String range(int shown, long count) {
        if (count == 0) {
            return "No lead matches";
        }
        String all = count >= MOST_COUNTED ? "more than " + Figures.count(MOST_COUNTED) : Figures.count(count);
        return "%s of %s lead%s".formatted(Figures.count(shown), all, count == 1 ? "" : "s");
    }

    private static List<Choice> choices(LeadAddress address, BookNames.Names names, BookNames.Words words) {
        Map<String, String> owners = new LinkedHashMap<>();
        owners.put(LeadAddress.NOBODY, "Nobody");
        owners.putAll(names.reps());
        return List.of(
                Choice.of("status", "Status", "All statuses", SalesWords.statuses(), address.status()),
                Choice.of("grade", "Grade", "All grades", SalesWords.grades(), address.grade()),
                Choice.of("owner", "Owner", "All owners", owners, address.owner()),
                Choice.of("product", "Product", "All products", names.products(), address.product()),
                Choice.of("source", "Source", "All sources", SalesWords.themselves(words.sources()), address.source()),
                Choice.of(
                        "territory",
                        "Territory",
                        "All territories",
                        SalesWords.themselves(words.territories()),
                        address.territory()));
    }

    /** Returns whether there are leads and none of them has a score. */
    public boolean unscored() {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.grade().isEmpty());
    }

    /** Returns a column that the table can be sorted by. */
    public @Nullable Column column(String key) {
        return COLUMNS.get(key);
    }

    private static Row row(LeadView lead, BookNames.Names names, Instant now) {
        Double probability = lead.probability();
        String grade = lead.grade();
        String person = shown(lead.person().name());
        String owner = shown(lead.ownerRepId());
        return new Row(
                lead.id(),
                LeadAddress.lead(lead.id()),
                LeadNames.of(lead),
                lead.company() == null ? "" : person,
                grade == null ? "" : grade,
                probability == null ? "–" : Figures.number(100 * probability, 1),
                SalesWords.of(lead.status()),
                SalesWords.key(lead.status()),
                owner.isEmpty() ? "Nobody" : names.rep(owner),
                names.product(shown(lead.productId())),
                Figures.number(lead.amount(), 0),
                shown(lead.source()),
                shown(lead.territory()),
                lead.createdAt().toString(),
                Figures.ago(lead.createdAt(), now));
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }
}
