package io.nqba.console.page.finance;

import io.nqba.console.finance.OrderView;
import io.nqba.console.finance.StressView;
import io.nqba.console.finance.SubjectView;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.Figures;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.page.StatCard;
import io.nqba.model.finance.BacktestLight;
import io.nqba.model.finance.RiskMethod;
import io.nqba.model.finance.RiskPart;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.TailRisk;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The risk page as it is drawn.
 *
 * @param subjects books and portfolios to choose from
 * @param report null where it could not be measured
 * @param orders newest first
 * @param shocked what the shock in the address would do; null without one
 * @param mayTrade whether the reader may place orders
 * @param mayLimit whether the reader may set limits
 */
public record RiskPage(
        RiskAddress address,
        List<SubjectView> subjects,
        @Nullable RiskReport report,
        List<OrderView> orders,
        @Nullable StressView shocked,
        boolean mayTrade,
        boolean mayLimit) {
    static final ProblemBox NO_PROBLEM = new ProblemBox("", "", "", List.of());

    private static final int MOST_PARTS = 15;
    private static final int CHART_DAYS = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** Returns whether there are figures. */
    public boolean measured() {
        return report != null;
    }

    private RiskReport figures() {
        return Objects.requireNonNull(report, "report");
    }

    /** Returns the name of the book or portfolio. */
    public String name() {
        return subjects.stream()
                .filter(subject ->
                        subject.scope() == address.scope() && subject.id().equals(address.id()))
                .map(SubjectView::name)
                .findFirst()
                .orElse(address.id());
    }

    /** Returns a line below the name. */
    public String lead() {
        RiskReport risk = figures();
        String what = risk.scope() == RiskScope.BOOK
                ? "Book of %s portfolios, ".formatted(Figures.count(risk.portfolios()))
                : "Portfolio, ";
        return what
                + "%s positions, prices of %s, added up on %d %s."
                        .formatted(
                                Figures.count(risk.positions()),
                                day(risk.asOfDay()),
                                risk.nodes(),
                                risk.nodes() == 1 ? "node" : "nodes");
    }

    /**
     * A book or portfolio to choose.
     *
     * @param key scope and id
     */
    public record Subject(String key, String name, boolean chosen) {}

    /** Returns what can be chosen, books first. */
    public List<Subject> choices() {
        return subjects.stream()
                .map(subject -> new Subject(
                        (subject.scope() == RiskScope.BOOK ? "book:" : "portfolio:") + subject.id(),
                        subject.scope() == RiskScope.BOOK ? subject.name() + " (book)" : subject.name(),
                        subject.scope() == address.scope() && subject.id().equals(address.id())))
                .toList();
    }

    /** Returns the portfolios to order for. */
    public List<SubjectView> portfolios() {
        return subjects.stream()
                .filter(subject -> subject.scope() == RiskScope.PORTFOLIO)
                .toList();
    }

    private String money(double amount) {
        return Figures.money(amount, figures().currency());
    }

    /** Returns an amount without cents: a table of risk is no bill. */
    private String whole(double amount) {
        return Figures.number(amount, 0);
    }

    private TailRisk chosen() {
        return figures().tails().stream()
                .filter(tail -> tail.method() == address.method() && percent(tail) == address.confidence())
                .findFirst()
                .orElseThrow();
    }

    private static int percent(TailRisk tail) {
        return (int) Math.round(100 * tail.confidence());
    }

    /** Returns the key figures; the value at risk with its backtest as the note. */
    public List<StatCard> stats() {
        RiskReport risk = figures();
        TailRisk tail = chosen();
        StatCard.Tone tone = tail.light() == BacktestLight.GREEN ? StatCard.Tone.GOOD : StatCard.Tone.BAD;
        return List.of(
                whole(
                        "Net value",
                        risk.netValue(),
                        "gross %s %%".formatted(Figures.number(leverage() * 100, 0)),
                        StatCard.Tone.PLAIN),
                whole(
                        "Value at risk, %d %%".formatted(address.confidence()),
                        tail.valueAtRisk(),
                        "%d exceedances, %.1f promised: %s"
                                .formatted(tail.exceedances(), tail.expectedExceedances(), light(tail)),
                        tone),
                whole(
                        "Expected shortfall, %d %%".formatted(address.confidence()),
                        tail.expectedShortfall(),
                        share(tail.expectedShortfall()) + " of the net value",
                        StatCard.Tone.PLAIN),
                whole(
                        "Daily volatility",
                        risk.dailyVolatility(),
                        share(risk.dailyVolatility()) + " of the net value",
                        StatCard.Tone.PLAIN),
                StatCard.plain(
                        "Beta",
                        Figures.number(risk.beta(), 2),
                        risk.marketId().isEmpty() ? "no market instrument" : "against " + risk.marketId()),
                StatCard.plain(
                        "Deepest drawdown",
                        Figures.percent(risk.drawdownDepth()),
                        "of these weights, %s to %s"
                                .formatted(day(risk.drawdownPeakDay()), day(risk.drawdownTroughDay()))));
    }

    private StatCard whole(String label, double amount, String note, StatCard.Tone tone) {
        String sign = Figures.currencySign(figures().currency());
        // Beyond ten millions a figure no longer fits its card, and nobody reads its last digits.
        return Math.abs(amount) < 1e7
                ? new StatCard(label, whole(amount), sign, note, tone)
                : new StatCard(label, Figures.number(amount / 1e6, 2), "million " + sign, note, tone);
    }

    private double leverage() {
        return figures().grossValue() / figures().netValue();
    }

    private String share(double amount) {
        return Figures.number(100 * amount / figures().netValue(), 2) + "\u00a0%";
    }

    /**
     * One method at the chosen confidence.
     *
     * @param exceeded where on the strip, 0 to 1000, the loss was beyond the forecast
     * @param shown whether the chart shows it
     * @param href shows it in the chart
     */
    public record TailRow(
            String name,
            String valueAtRisk,
            String share,
            String expectedShortfall,
            String count,
            String kupiec,
            String christoffersen,
            String light,
            String lightClass,
            List<Integer> exceeded,
            String strip,
            boolean shown,
            String href) {}

    /** Returns the methods at the chosen confidence, each with its backtest. */
    public List<TailRow> tails() {
        return figures().tails().stream()
                .filter(tail -> percent(tail) == address.confidence())
                .map(this::tailRow)
                .toList();
    }

    private TailRow tailRow(TailRisk tail) {
        double[] came = came(tail);
        List<Integer> exceeded = IntStream.range(0, came.length)
                .filter(t -> -came[t] > tail.forecasts()[t])
                .map(t -> Math.round(1000f * t / came.length))
                .boxed()
                .toList();
        return new TailRow(
                method(tail.method()),
                whole(tail.valueAtRisk()),
                share(tail.valueAtRisk()),
                whole(tail.expectedShortfall()),
                "%d of %.1f".formatted(tail.exceedances(), tail.expectedExceedances()),
                Figures.number(tail.kupiecPValue(), 3),
                Figures.number(tail.christoffersenPValue(), 3),
                light(tail),
                lightClass(tail),
                exceeded,
                "%d exceedances over %s days".formatted(tail.exceedances(), Figures.count(tail.periods())),
                tail.method() == address.method(),
                address.with(tail.method(), address.confidence()).href());
    }

    private double[] came(TailRisk tail) {
        double[] profits = figures().profits();
        return Arrays.copyOfRange(profits, profits.length - tail.periods(), profits.length);
    }

    /** Returns which days the backtests cover. */
    public String tested() {
        TailRisk tail = chosen();
        long[] days = figures().days();
        return "Each day of %s to %s was forecast from the %s days before it, by the same recipe. A right model is exceeded as often as promised, and not in clusters: both p-values should be above 0.05."
                .formatted(
                        day(days[days.length - tail.periods()]),
                        day(days[days.length - 1]),
                        Figures.count(figures().estimationDays()));
    }

    /**
     * A choice in the address.
     *
     * @param chosen whether it is the one shown
     */
    public record Choice(String name, String href, boolean chosen) {}

    /** Returns the confidences to choose from. */
    public List<Choice> confidences() {
        return List.of(confidence(95), confidence(99));
    }

    private Choice confidence(int percent) {
        return new Choice(
                percent + " %", address.with(address.method(), percent).href(), percent == address.confidence());
    }

    /** Returns the picture of the last days: profits, forecasts, and where a loss was beyond its forecast. */
    public ChartCard chart() {
        TailRisk tail = chosen();
        double[] came = came(tail);
        int shown = Math.min(CHART_DAYS, came.length);
        int first = came.length - shown;
        long[] days = figures().days();
        double[] x = new double[shown];
        double[] profit = new double[shown];
        double[] forecast = new double[shown];
        double[] beyond = new double[shown];
        for (int t = 0; t < shown; t++) {
            x[t] = days[days.length - shown + t] * 86_400_000.0;
            profit[t] = came[first + t] / 1000;
            forecast[t] = -tail.forecasts()[first + t] / 1000;
            beyond[t] = profit[t] < forecast[t] ? profit[t] : Double.NaN;
        }
        long worse = Arrays.stream(beyond).filter(loss -> !Double.isNaN(loss)).count();
        String unit = "1,000 " + Figures.currencySign(figures().currency());
        return new ChartCard(
                "backtest",
                "Losses against their forecast",
                "%s, %d %%: on %d of the last %s days the loss was beyond the forecast, %.1f are promised."
                        .formatted(
                                method(tail.method()),
                                address.confidence(),
                                worse,
                                Figures.count(shown),
                                shown * (1 - tail.confidence())),
                "Day",
                "Profit (%s)".formatted(unit),
                "",
                "UTC",
                x,
                List.of(
                        new ChartCard.Series("Profit", unit, "before", ChartCard.Kind.BAR, false, false, profit),
                        new ChartCard.Series(
                                "Value at risk, as forecast",
                                unit,
                                "after",
                                ChartCard.Kind.STEP,
                                false,
                                false,
                                forecast),
                        new ChartCard.Series("Beyond it", unit, "alone", ChartCard.Kind.POINT, false, false, beyond)),
                List.of(),
                address.apiHref() + "?format=csv",
                ChartCard.Scale.ZERO);
    }

    /**
     * What one instrument contributes.
     *
     * @param from left end of its bar, 0 to 1000
     * @param width of its bar
     */
    public record PartRow(
            String id,
            String name,
            String sector,
            String value,
            String weight,
            String volatility,
            String volatilityShare,
            String shortfall,
            String beta,
            String daysToSell,
            double from,
            double width,
            boolean hedges) {}

    /** Returns the largest contributors. */
    public List<PartRow> parts() {
        List<RiskPart> parts = figures().parts();
        double most = parts.stream()
                .mapToDouble(part -> Math.abs(part.componentVolatility()))
                .max()
                .orElse(1);
        double least = Math.min(
                0,
                parts.stream().mapToDouble(RiskPart::componentVolatility).min().orElse(0));
        double scale = 1000 / (most - least);
        return parts.stream()
                .limit(MOST_PARTS)
                .map(part -> partRow(part, -least * scale, scale))
                .toList();
    }

    private PartRow partRow(RiskPart part, double zero, double scale) {
        double size = part.componentVolatility() * scale;
        return new PartRow(
                part.instrumentId(),
                part.name(),
                part.sector(),
                whole(part.value()),
                Figures.number(100 * part.weight(), 1),
                whole(part.componentVolatility()),
                Figures.number(100 * part.componentVolatility() / figures().dailyVolatility(), 1),
                whole(address.confidence() == 95 ? part.componentShortfall95() : part.componentShortfall99()),
                Figures.number(part.beta(), 2),
                Figures.number(part.daysToSell(), 1),
                size < 0 ? zero + size : zero,
                Math.abs(size),
                size < 0);
    }

    /** Returns what the parts are part of. */
    public String partsNote() {
        int all = figures().parts().size();
        String shown = all > MOST_PARTS ? "largest %d of %s, ".formatted(MOST_PARTS, Figures.count(all)) : "";
        return shown
                + "all parts sum to the daily volatility of %s and the historical shortfall"
                        .formatted(money(figures().dailyVolatility()));
    }

    /** Returns concentration and liquidity. */
    public List<StatCard> build() {
        RiskReport risk = figures();
        return List.of(
                StatCard.plain(
                        "Effective names", Figures.number(risk.effectiveNames(), 1), "equal positions as concentrated"),
                StatCard.plain(
                        "Largest position",
                        Figures.percent(risk.largestShare()),
                        "ten largest " + Figures.percent(risk.topTenShare())),
                StatCard.plain(
                        "Sold in one day",
                        Figures.percent(risk.soldInOneDay()),
                        "at %s of the volume".formatted(Figures.percent(risk.participation()))),
                StatCard.plain(
                        "Slowest position",
                        Figures.number(risk.slowestDaysToSell(), 1),
                        "days; %s sold in five".formatted(Figures.percent(risk.soldInFiveDays()))));
    }

    /** Returns the address that opens a limit in the form. */
    public String limitHref(LimitRow limit) {
        return UriComponentsBuilder.fromUriString(address.href() + "&limit={limit}#limits")
                .buildAndExpand(limit.id())
                .encode()
                .toUriString();
    }

    public List<LimitRow> limits() {
        return figures().limits().stream().map(LimitRow::of).toList();
    }

    /**
     * A stress scenario.
     *
     * @param user whether somebody thought of it
     */
    public record StressRow(String name, String when, String profit, String share, String worst, boolean user) {}

    /** Returns the stress scenarios, one's own first. */
    public List<StressRow> stress() {
        List<StressRow> rows = new ArrayList<>();
        if (shocked != null) {
            rows.add(stressRow(shocked));
        }
        figures().stress().forEach(outcome -> rows.add(stressRow(StressView.of(outcome))));
        return rows;
    }

    private StressRow stressRow(StressView outcome) {
        LocalDate from = outcome.from();
        LocalDate to = outcome.to();
        Double share = outcome.share();
        return new StressRow(
                outcome.name(),
                from == null || to == null ? "shock" : DAY.format(from) + " to " + DAY.format(to),
                whole(outcome.profit()),
                share == null ? "–" : Figures.number(100 * share, 2),
                outcome.worst().isEmpty() ? "–" : outcome.worst().get(0).instrumentId(),
                from == null);
    }

    /** Returns the sectors of what is held. */
    public List<String> sectors() {
        TreeSet<String> sectors = new TreeSet<>();
        figures().parts().forEach(part -> sectors.add(part.sector()));
        return List.copyOf(sectors);
    }

    /** Returns the instruments held. */
    public List<String> instruments() {
        return figures().parts().stream().map(RiskPart::instrumentId).sorted().toList();
    }

    public List<OrderRow> orderRows() {
        return orders.stream().map(OrderRow::of).toList();
    }

    public List<String> notes() {
        return figures().notes();
    }

    public String currency() {
        return Figures.currencySign(figures().currency());
    }

    static String method(RiskMethod method) {
        return switch (method) {
            case HISTORICAL -> "Historical";
            case NORMAL -> "Normal";
            case EWMA -> "EWMA";
            case CORNISH_FISHER -> "Cornish–Fisher";
        };
    }

    private static String light(TailRisk tail) {
        return switch (tail.light()) {
            case GREEN -> "green";
            case YELLOW -> "yellow";
            case RED -> "red";
        };
    }

    private static String lightClass(TailRisk tail) {
        return switch (tail.light()) {
            case GREEN -> "badge-state--succeeded";
            case YELLOW -> "badge-state--cancelled";
            case RED -> "badge-state--failed";
        };
    }

    private static String day(long epochDay) {
        return DAY.format(LocalDate.ofEpochDay(epochDay));
    }
}
