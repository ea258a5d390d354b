package io.nqba.console.page.sales.revenue;

import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.RevenueQuery;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked, as it stands in the address.
 *
 * @param asOf last day that is known, ISO; empty for the latest in the book
 * @param quarters calendar quarters
 * @param winRate share of closed deals won, times
 * @param speed how many times as fast deals close
 * @param arrivals number of deals that begin, times
 * @param by what segments of the price ladder are made by
 */
record ForecastForm(String asOf, String quarters, String winRate, String speed, String arrivals, String by) {
    static final String PATH = "/sigma/forecast";
    static final List<DealDimension> SEGMENTS = List.of(DealDimension.SECTOR, DealDimension.SIZE, DealDimension.REGION);

    /** Equal questions get equal answers. */
    private static final long SEED = 20_260_901;

    private static final double LEVEL = 0.8;

    static ForecastForm of(MultiValueMap<String, String> query) {
        return new ForecastForm(
                text(query, "asOf", ""),
                text(query, "quarters", "2"),
                text(query, "winRate", "1"),
                text(query, "speed", "1"),
                text(query, "arrivals", "1"),
                text(query, "by", DealDimension.SECTOR.name()));
    }

    private static String text(MultiValueMap<String, String> query, String name, String usual) {
        String given = query.getFirst(name);
        return given == null || given.isBlank() ? usual : given.strip();
    }

    /** Returns the question; the fields say what is wrong with it. */
    RevenueQuery query(FormFields fields) {
        long day =
                asOf.isEmpty() ? RevenueQuery.LATEST : fields.date("asOf", asOf).toEpochDay();
        return new RevenueQuery(
                day,
                (int) fields.whole("quarters", quarters, 1, 4),
                LEVEL,
                fields.number("winRate", winRate, 0.1, 10, "times"),
                fields.number("speed", speed, 0.1, 10, "times"),
                fields.number("arrivals", arrivals, 0, 10, "times"),
                SEED);
    }

    /** Returns the question without what is wrong. */
    static RevenueQuery usual() {
        return new RevenueQuery(RevenueQuery.LATEST, 2, LEVEL, 1, 1, 1, SEED);
    }

    /** Returns what segments of the price ladder are made by. */
    public DealDimension segments() {
        return SEGMENTS.stream()
                .filter(each -> each.name().equals(by))
                .findFirst()
                .orElse(DealDimension.SECTOR);
    }

    /** Returns the address with other segments. */
    public String byHref(DealDimension other) {
        return href(other.name());
    }

    /** Returns the address of the forecast as the rates are. */
    public String plainHref() {
        return new ForecastForm(asOf, quarters, "1", "1", "1", by).href(by);
    }

    private String href(String segments) {
        var href = UriComponentsBuilder.fromPath(PATH);
        List<String[]> parameters = List.of(
                new String[] {"asOf", asOf, ""},
                new String[] {"quarters", quarters, "2"},
                new String[] {"winRate", winRate, "1"},
                new String[] {"speed", speed, "1"},
                new String[] {"arrivals", arrivals, "1"},
                new String[] {"by", segments, DealDimension.SECTOR.name()});
        List<String[]> told =
                parameters.stream().filter(each -> !each[1].equals(each[2])).toList();
        told.forEach(each -> href.queryParam(each[0], "{" + each[0] + "}"));
        return href.encode()
                .buildAndExpand(told.stream().map(each -> each[1]).toArray())
                .toUriString();
    }

    /** Returns the CSV of months and quarters. */
    public String csvHref() {
        return "/api/v1/sigma/revenue/" + (changed() ? "what-if" : "forecast") + "?format=csv&quarters=" + quarters
                + (asOf.isEmpty() ? "" : "&asOf=" + asOf)
                + (changed() ? "&winRate=%s&speed=%s&arrivals=%s".formatted(winRate, speed, arrivals) : "");
    }

    /** Returns whether other rates are asked about. */
    public boolean changed() {
        return Arrays.stream(new String[] {winRate, speed, arrivals}).anyMatch(each -> !each.equals("1"));
    }

    static ProblemBox none() {
        return new ProblemBox("", "", "", List.of());
    }
}
