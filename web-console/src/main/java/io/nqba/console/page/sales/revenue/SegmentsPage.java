package io.nqba.console.page.sales.revenue;

import io.nqba.console.page.ChartCard;
import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.DealGroupQuery;
import io.nqba.model.sales.RevenueQuery;
import io.nqba.model.sales.SegmentReport;
import io.nqba.model.sales.SegmentRow;
import io.nqba.model.sales.WhiteSpaceQuery;
import io.nqba.model.sales.WhiteSpaceReport;
import io.nqba.model.sales.WhiteSpaceRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who buys what, as its page tells it.
 *
 * @param report segments of the deals that the filter leaves
 * @param all segments of all deals, to choose from
 * @param gaps who does not buy what peers buy
 * @param names of products and agents
 * @param filter what is looked at
 */
record SegmentsPage(
        SegmentReport report, SegmentReport all, WhiteSpaceReport gaps, SalesNames names, SegmentsPage.Filter filter) {
    static final String PATH = "/sigma/segments";
    static final DealDimension[] DIMENSIONS = {
        DealDimension.SECTOR, DealDimension.SIZE, DealDimension.REGION, DealDimension.PRODUCT
    };
    private static final double LEVEL = 0.8;
    private static final int GAPS = 50;
    private static final double BAR = 1_000;

    /**
     * What is looked at, as it stands in the address; empty for all.
     *
     * @param by what the table is made by
     */
    record Filter(DealDimension by, String sector, String size, String region, String product) {
        static Filter none() {
            return new Filter(DealDimension.SECTOR, "", "", "", "");
        }

        static Filter of(MultiValueMap<String, String> query) {
            DealDimension by = Arrays.stream(DIMENSIONS)
                    .filter(each -> each.name().equalsIgnoreCase(text(query, "by")))
                    .findFirst()
                    .orElse(DealDimension.SECTOR);
            return new Filter(
                    by, text(query, "sector"), text(query, "size"), text(query, "region"), text(query, "product"));
        }

        private static String text(MultiValueMap<String, String> query, String name) {
            String given = query.getFirst(name);
            return given == null ? "" : given.strip();
        }

        DealGroupQuery deals(DealDimension[] dimensions) {
            return new DealGroupQuery(RevenueQuery.LATEST, dimensions, sector, size, region, product, LEVEL);
        }

        WhiteSpaceQuery gaps() {
            return new WhiteSpaceQuery(sector, size, region, product, GAPS, LEVEL);
        }

        boolean narrow() {
            return !(sector + size + region + product).isEmpty();
        }

        private String query(String path, boolean withBy) {
            var href = UriComponentsBuilder.fromPath(path);
            List<String> values = new ArrayList<>();
            if (withBy && by != DealDimension.SECTOR) {
                href.queryParam("by", "{by}");
                values.add(by.name().toLowerCase(Locale.ROOT));
            }
            String[][] parts = {
                {"sector", sector}, {"size", size}, {"region", region}, {withBy ? "product" : "productId", product}
            };
            for (String[] part : parts) {
                if (!part[1].isEmpty()) {
                    href.queryParam(part[0], "{" + part[0] + "}");
                    values.add(part[1]);
                }
            }
            return href.encode().buildAndExpand(values.toArray()).toUriString();
        }
    }

    public String asOf() {
        return Written.day(report.asOfDay());
    }

    public boolean narrow() {
        return filter.narrow();
    }

    public List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(report.notes()));
        notes.removeIf(note -> note.startsWith("By ") && !note.startsWith("By " + word(filter.by()) + " "));
        return notes;
    }

    private static String word(DealDimension by) {
        return SalesNames.of(by).toLowerCase(Locale.ROOT);
    }

    public List<StatCard> stats() {
        long won = sum(SegmentRow::won);
        long lost = sum(SegmentRow::lost);
        double money = mine().stream().mapToDouble(SegmentRow::revenue).sum();
        return List.of(
                StatCard.plain("Won", Written.money(money), Figures.count(won) + " deals"),
                StatCard.plain(
                        "Closed deals won",
                        Figures.percent(report.commonRate()),
                        "of %s that closed".formatted(Figures.count(won + lost))),
                StatCard.plain("Mean deal", Written.money(won == 0 ? Double.NaN : money / won), "of the deals won"),
                StatCard.plain("Open deals", Figures.count(sum(SegmentRow::open)), "of these segments"),
                StatCard.plain(
                        "White space", Figures.count(gaps.found()), "products that peers buy and an account does not"));
    }

    private long sum(ToLongFunction<SegmentRow> value) {
        return mine().stream().mapToLong(value).sum();
    }

    private List<SegmentRow> mine() {
        return Arrays.stream(report.rows())
                .filter(row -> row.by() == filter.by())
                .toList();
    }

    /** A choice of what the table is made by. */
    public record Choice(String name, String href, boolean chosen) {}

    public List<Choice> choices() {
        return Arrays.stream(DIMENSIONS)
                .map(by -> new Choice(
                        "By " + word(by),
                        new Filter(by, filter.sector(), filter.size(), filter.region(), filter.product())
                                .query(PATH, true),
                        by == filter.by()))
                .toList();
    }

    /** A filter with its values. */
    public record Select(String name, String label, String chosen, List<Option> options) {}

    /** A value to choose. */
    public record Option(String value, String name) {}

    public List<Select> selects() {
        return List.of(
                select("sector", DealDimension.SECTOR, filter.sector()),
                select("size", DealDimension.SIZE, filter.size()),
                select("region", DealDimension.REGION, filter.region()),
                select("product", DealDimension.PRODUCT, filter.product()));
    }

    private Select select(String name, DealDimension by, String chosen) {
        List<Option> options = Arrays.stream(all.rows())
                .filter(row -> row.by() == by && !row.value().isEmpty())
                .map(row -> new Option(row.value(), names.value(by, row.value())))
                .sorted(Comparator.comparing(Option::name))
                .toList();
        return new Select(name, SalesNames.of(by), chosen, options);
    }

    public String by() {
        return filter.by().name().toLowerCase(Locale.ROOT);
    }

    public String byName() {
        return SalesNames.of(filter.by());
    }

    /** One segment; bar lengths are of 1,000. */
    public record Row(
            String name,
            String won,
            String lost,
            String open,
            String rate,
            String rateInterval,
            String low,
            String width,
            String at,
            String days,
            String daysInterval,
            String amount,
            String amountInterval,
            String revenue) {}

    public List<Row> rows() {
        return mine().stream().map(this::row).toList();
    }

    private Row row(SegmentRow row) {
        return new Row(
                names.value(row.by(), row.value()),
                Figures.count(row.won()),
                Figures.count(row.lost()),
                Figures.count(row.open()),
                Written.percent(row.rate()),
                Written.shares(row.low(), row.high()),
                length(row.low()),
                length(Math.max(0.004, row.high() - row.low())),
                length(row.rate()),
                Figures.number(row.medianDays(), 0),
                Written.days(row.medianLow(), row.medianHigh()),
                Written.bare(row.amount()),
                Written.between(row.amountLow(), row.amountHigh()),
                Written.bare(row.revenue()));
    }

    private static String length(double share) {
        return String.format(Locale.ROOT, "%.0f", BAR * share);
    }

    public String segmentsCsv() {
        String href = filter.query("/api/v1/sigma/market/segments", false);
        return href + (href.contains("?") ? "&" : "?") + "format=csv";
    }

    public String gapsCsv() {
        String href = filter.query("/api/v1/sigma/market/white-space", false);
        return href + (href.contains("?") ? "&" : "?") + "format=csv";
    }

    /** A product that an account does not have. */
    public record GapRow(
            String account,
            String kind,
            String product,
            String peers,
            String share,
            String interval,
            String money,
            String value,
            String tried) {}

    public List<GapRow> gapRows() {
        return Arrays.stream(gaps.rows()).map(this::gap).toList();
    }

    private GapRow gap(WhiteSpaceRow row) {
        return new GapRow(
                row.name(),
                row.sector() + ", " + names.value(DealDimension.SIZE, row.size()),
                names.product(row.productId()),
                "%d of %d".formatted(row.peersBuying(), row.peers()),
                Written.percent(row.share()),
                Written.shares(row.low(), row.high()),
                Written.bare(row.money()),
                Written.bare(row.value()),
                tried(row));
    }

    private static String tried(WhiteSpaceRow row) {
        if (row.open() > 0) {
            return row.open() == 1 ? "1 deal open" : row.open() + " deals open";
        }
        return row.lost() == 0 ? "never" : row.lost() == 1 ? "lost once" : "lost %d times".formatted(row.lost());
    }

    public String gapsShown() {
        return gaps.found() <= gaps.rows().length
                ? "%s gaps".formatted(Figures.count(gaps.found()))
                : "the %d most valuable of %s".formatted(gaps.rows().length, Figures.count(gaps.found()));
    }

    public List<String> gapNotes() {
        return List.of(gaps.notes());
    }

    /** Returns the money that the largest segments brought. */
    public ChartCard chart() {
        List<SegmentRow> rows = mine();
        double[] x = new double[rows.size()];
        Arrays.setAll(x, at -> at + 1);
        return new ChartCard(
                "segment-money",
                "Money won, the largest segment first",
                rows.isEmpty()
                        ? "No deal is left by these filters."
                        : "%s brought %s."
                                .formatted(
                                        names.value(
                                                rows.get(0).by(), rows.get(0).value()),
                                        Written.money(rows.get(0).revenue())),
                "Rank of the segment, as in the table",
                "Money ($)",
                "",
                "",
                x,
                List.of(new ChartCard.Series(
                        "Won",
                        "$",
                        "after",
                        ChartCard.Kind.BAR,
                        false,
                        false,
                        rows.stream().mapToDouble(SegmentRow::revenue).toArray())),
                List.of(),
                segmentsCsv(),
                ChartCard.Scale.ZERO);
    }
}
