package io.nqba.console.page.energy;

import io.nqba.console.energy.SiteResultView;
import io.nqba.console.page.Figures;
import io.nqba.console.page.SortedTable;
import io.nqba.console.page.SortedTable.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run does for each site, as a table that sorts, filters and pages.
 *
 * @param table where the table stands
 * @param columns its columns
 * @param rows the rows of this page
 */
record SitesTab(SortedTable table, List<Column> columns, List<Row> rows) {
    private static final int ROWS = 50;
    private static final Map<String, Comparator<SiteResultView>> ORDERS = Map.of(
            "name", Comparator.comparing(SiteResultView::siteName),
            "before", Comparator.comparingDouble(SiteResultView::noBatteryCost),
            "alone", Comparator.comparingDouble(SiteResultView::aloneCost),
            "cost", Comparator.comparingDouble(SiteResultView::cost),
            "saved", Comparator.comparingDouble(SiteResultView::savings),
            "peak", Comparator.comparingDouble(SiteResultView::peakCost),
            "carbon", Comparator.comparingDouble(SitesTab::carbonSaved),
            "throughput", Comparator.comparingDouble(SiteResultView::throughputKwh));

    /**
     * One site.
     *
     * @param savedWidth length of its bar against the largest saving
     */
    record Row(
            String id,
            String name,
            String before,
            String alone,
            String cost,
            String saved,
            String savedShare,
            String savedWidth,
            String peak,
            String carbon,
            String throughput) {}

    /**
     * Orders, filters and cuts the results of a run.
     *
     * @param results all results of the run
     * @param wish what the address asks for
     */
    static SitesTab of(List<SiteResultView> results, Wish wish, DistrictPage page) {
        List<SiteResultView> matching = wish.applyTo(results);
        int from = wish.placeIn(matching);
        int to = Math.min(matching.size(), from + ROWS);
        List<SiteResultView> shown = matching.subList(from, to);
        double most =
                results.stream().mapToDouble(SiteResultView::savings).max().orElse(0);
        String range = matching.isEmpty()
                ? "No site matches"
                : "%,d–%,d of %,d sites".formatted(from + 1, to, matching.size());
        String next = to < matching.size() ? matching.get(to - 1).siteId() : "";
        SortedTable table = new SortedTable(
                "sites", page.href(), wish.filter(), wish.sort(), wish.descending(), range, next, from > 0);
        return new SitesTab(table, columns(page.district().currency()), rows(shown, most));
    }

    /**
     * What the address asks of the table.
     *
     * @param filter text in the name or id; empty for all
     * @param sort column key
     * @param descending whether the largest come first
     * @param after id of the last site of the page before; empty on the first
     */
    record Wish(String filter, String sort, boolean descending, String after) {
        static Wish of(String filter, String sort, String direction, String after) {
            String known = ORDERS.containsKey(sort) ? sort : "saved";
            boolean down = direction.isEmpty() ? !known.equals("name") : direction.equals("desc");
            return new Wish(filter.strip(), known, down, after);
        }

        List<SiteResultView> applyTo(List<SiteResultView> results) {
            String wanted = filter.toLowerCase(Locale.ROOT);
            List<SiteResultView> matching = new ArrayList<>(results.stream()
                    .filter(result -> (result.siteName() + " " + result.siteId())
                            .toLowerCase(Locale.ROOT)
                            .contains(wanted))
                    .toList());
            Comparator<SiteResultView> order = ORDERS.getOrDefault(sort, Comparator.comparing(SiteResultView::siteId));
            matching.sort((descending ? order.reversed() : order).thenComparing(SiteResultView::siteId));
            return matching;
        }

        int placeIn(List<SiteResultView> matching) {
            for (int i = 0; i < matching.size(); i++) {
                if (matching.get(i).siteId().equals(after)) {
                    return i + 1 < matching.size() ? i + 1 : 0;
                }
            }
            return 0;
        }
    }

    private static List<Column> columns(String currency) {
        String money = " (" + Figures.currencySign(currency) + ")";
        return List.of(
                new Column("name", "Site", false),
                new Column("before", "No battery" + money, true),
                new Column("alone", "Alone" + money, true),
                new Column("cost", "Scheduled" + money, true),
                new Column("saved", "Saved" + money, true),
                new Column("peak", "Peak share" + money, true),
                new Column("carbon", "Carbon saved (kg)", true),
                new Column("throughput", "Throughput (kWh)", true));
    }

    private static List<Row> rows(List<SiteResultView> results, double mostSaved) {
        return results.stream().map(result -> row(result, mostSaved)).toList();
    }

    private static Row row(SiteResultView result, double mostSaved) {
        double share = mostSaved > 0 ? Math.max(0, result.savings()) / mostSaved : 0;
        return new Row(
                result.siteId(),
                result.siteName(),
                Figures.number(result.noBatteryCost(), 2),
                Figures.number(result.aloneCost(), 2),
                Figures.number(result.cost(), 2),
                Figures.number(result.savings(), 2),
                result.noBatteryCost() > 0 ? Figures.percent(result.savings() / result.noBatteryCost()) : "–",
                String.format(Locale.ROOT, "%.1f%%", 100 * share),
                Figures.number(result.peakCost(), 2),
                Figures.number(carbonSaved(result), 1),
                Figures.number(result.throughputKwh(), 1));
    }

    private static double carbonSaved(SiteResultView result) {
        return result.noBatteryEmissionsKg() - result.emissionsKg();
    }
}
