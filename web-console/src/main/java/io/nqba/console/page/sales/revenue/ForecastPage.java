package io.nqba.console.page.sales.revenue;

import io.nqba.console.page.ChartCard;
import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.console.page.StatCard.Tone;
import io.nqba.model.sales.CloseReason;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.DriverRow;
import io.nqba.model.sales.OutcomeReport;
import io.nqba.model.sales.PriceBand;
import io.nqba.model.sales.PriceLadder;
import io.nqba.model.sales.PriceRow;
import io.nqba.model.sales.RevenueReport;
import io.nqba.model.sales.RevenueScore;
import io.nqba.model.sales.RevenueWindow;
import io.nqba.model.sales.StageVelocity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What deals bring, as its page tells it.
 *
 * @param report forecast, trials and stages
 * @param ladder prices beside the list
 * @param outcomes reasons and drivers
 * @param names of products and agents
 * @param form what was asked
 */
record ForecastPage(
        RevenueReport report, PriceLadder ladder, OutcomeReport outcomes, SalesNames names, ForecastForm form) {
    private static final List<String> NAIVE =
            List.of("the same as last time", "the same as a quarter before", "the last closing rate");
    private static final int SHOWN_DRIVERS = 12;
    private static final int SHOWN_PRICES = 40;
    /** Fewer deals than this tell little. */
    private static final int THIN = 30;

    public String asOf() {
        return Written.day(report.asOfDay());
    }

    public boolean hasTrials() {
        return report.scores().length > 0;
    }

    public List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(report.notes()));
        if (!hasTrials()) {
            notes.add(
                    "Fewer than four whole months have closed deals, so the forecast could not be tried on the past yet.");
        }
        return notes;
    }

    public List<StatCard> stats() {
        RevenueWindow quarter = Arrays.stream(report.windows())
                .filter(RevenueWindow::quarter)
                .findFirst()
                .orElse(report.windows()[0]);
        StageVelocity talks = report.stages()[1];
        List<StatCard> stats = new ArrayList<>();
        stats.add(StatCard.plain(
                Written.stretch(quarter.fromDay(), quarter.toDay(), quarter.quarter()),
                Written.money(ForecastCharts.value(quarter)),
                "%s, held %s of the time"
                        .formatted(Written.between(quarter.low(), quarter.high()), Figures.percent(report.level()))));
        stats.add(StatCard.plain(
                "Of it won already",
                Written.money(quarter.booked()),
                "%s of open deals, %s of deals still to begin"
                        .formatted(Written.bare(quarter.pipeline()), Written.bare(quarter.fresh()))));
        if (hasTrials()) {
            stats.add(trialStat(report.scores()[0]));
        }
        stats.add(StatCard.plain(
                "Talks that are won", Figures.percent(talks.rate()), Written.shares(talks.low(), talks.high()) + " %"));
        stats.add(StatCard.plain(
                "Half of all talks end within",
                Figures.number(talks.medianDays(), 0) + "\u00a0d",
                Written.days(talks.medianLow(), talks.medianHigh()) + " days"));
        return stats;
    }

    private static StatCard trialStat(RevenueScore score) {
        double ratio = score.error() / bestError(score);
        return StatCard.of(
                "Error beside the best naive forecast",
                Figures.number(ratio, 2),
                ratio <= 1
                        ? "better, over %d past months".formatted(score.forecasts())
                        : "worse, over %d past months".formatted(score.forecasts()),
                ratio <= 1 ? Tone.GOOD : Tone.BAD);
    }

    private static double bestError(RevenueScore score) {
        return Arrays.stream(score.naiveErrors())
                .filter(error -> !Double.isNaN(error))
                .min()
                .orElse(Double.NaN);
    }

    private static int bestNaive(RevenueScore score) {
        int best = 0;
        for (int k = 1; k < score.naiveErrors().length; k++) {
            best = score.naiveErrors()[k] < score.naiveErrors()[best] ? k : best;
        }
        return best;
    }

    public List<ChartCard> charts() {
        List<ChartCard> charts = new ArrayList<>();
        charts.add(ForecastCharts.months(report, form));
        if (hasTrials()) {
            RevenueScore score = report.scores()[0];
            charts.add(ForecastCharts.past(report.trials(), bestNaive(score), verdict(score)));
        }
        return charts;
    }

    public ChartCard ages() {
        StageVelocity talks = report.stages()[1];
        return ForecastCharts.ages(
                report,
                "Of all talks %s are won and %s lost by the oldest age that is known."
                        .formatted(
                                Figures.percent(talks.rate()),
                                Figures.percent(report.lostBy()[report.lostBy().length - 1])));
    }

    private static String verdict(RevenueScore score) {
        double ratio = score.error() / bestError(score);
        String beside = "Its mean error is %s; that of the best naive forecast, %s, is %s."
                .formatted(Written.money(score.error()), NAIVE.get(bestNaive(score)), Written.money(bestError(score)));
        return ratio <= 1
                ? beside
                : beside
                        + " The naive forecast is the better one here; what this one adds is the interval, the parts and what-if.";
    }

    /** One month or quarter. */
    public record WindowRow(
            String name,
            boolean quarter,
            String booked,
            String open,
            String fresh,
            String value,
            String interval,
            String changed,
            String changedInterval,
            String more) {}

    public List<WindowRow> windows() {
        List<WindowRow> rows = new ArrayList<>();
        RevenueWindow[] changed = report.changed();
        for (int w = 0; w < report.windows().length; w++) {
            RevenueWindow window = report.windows()[w];
            double value = ForecastCharts.value(window);
            RevenueWindow other = changed.length == 0 ? window : changed[w];
            double difference = ForecastCharts.value(other) - value;
            rows.add(new WindowRow(
                    Written.stretch(window.fromDay(), window.toDay(), window.quarter()),
                    window.quarter(),
                    Written.bare(window.booked()),
                    Written.bare(window.pipeline()),
                    Written.bare(window.fresh()),
                    Written.bare(value),
                    Written.between(window.low(), window.high()),
                    Written.bare(ForecastCharts.value(other)),
                    Written.between(other.low(), other.high()),
                    (difference > 0 ? "+" : "") + Written.bare(difference)));
        }
        return rows;
    }

    /** How forecasts of one length did. */
    public record ScoreRow(
            String months,
            String forecasts,
            String error,
            List<String> naive,
            String ratio,
            String held,
            String bias) {}

    public List<String> naiveNames() {
        return NAIVE;
    }

    public List<ScoreRow> scores() {
        return Arrays.stream(report.scores())
                .map(score -> new ScoreRow(
                        score.months() == 1 ? "One month" : "Three months",
                        Figures.count(score.forecasts()),
                        Written.bare(score.error()),
                        Arrays.stream(score.naiveErrors())
                                .mapToObj(Written::bare)
                                .toList(),
                        Figures.number(score.error() / bestError(score), 2),
                        "%d of %d".formatted(score.covered(), score.forecasts()),
                        (score.bias() > 0 ? "+" : "") + Written.bare(score.bias())))
                .toList();
    }

    public String correction() {
        return "Forecasts are multiplied by %s, since earlier ones missed by as much; each trial knew only the trials before it."
                .formatted(Figures.number(report.correction(), 2));
    }

    /** How deals leave a stage. */
    public record StageRow(
            String stage,
            String product,
            String ahead,
            String out,
            String open,
            String rate,
            String rateInterval,
            String median,
            String medianInterval,
            String medianAhead) {}

    public List<StageRow> stages() {
        return Arrays.stream(report.stages())
                .filter(stage -> stage.ahead() + stage.out() + stage.open() > 0)
                .map(stage -> new StageRow(
                        stage.stage() == DealStage.PROSPECTING ? "Prospects to talks" : "Talks to won",
                        stage.productId().isEmpty() ? "all" : names.product(stage.productId()),
                        Figures.count(stage.ahead()),
                        Figures.count(stage.out()),
                        Figures.count(stage.open()),
                        Written.percent(stage.rate()),
                        Written.shares(stage.low(), stage.high()),
                        Figures.number(stage.medianDays(), 0),
                        Written.days(stage.medianLow(), stage.medianHigh()),
                        Figures.number(stage.medianDaysAhead(), 0)))
                .toList();
    }

    /** A band of discounts. */
    public record BandRow(
            String band, String won, String lost, String rate, String interval, String margin, String expected) {}

    /** Returns the bands of all products together. */
    public List<BandRow> bands() {
        return Arrays.stream(ladder.bands())
                .filter(band -> band.productId().isEmpty() && band.won() + band.lost() > 0)
                .map(band -> new BandRow(
                        band(band),
                        Figures.count(band.won()),
                        ladder.lostWithOffer() == 0 ? "–" : Figures.count(band.lost()),
                        Written.percent(band.rate()),
                        Written.shares(band.low(), band.high()),
                        Written.bare(band.margin()),
                        Written.bare(band.expected())))
                .toList();
    }

    private static String band(PriceBand band) {
        String from = Figures.number(100 * band.from(), 0);
        return Double.isInfinite(band.below())
                ? "%s % or more".replace("%s", from)
                : band.from() == 0
                        ? "below " + Figures.number(100 * band.below(), 0) + " %"
                        : "%s to %s %%".formatted(from, Figures.number(100 * band.below(), 0));
    }

    /** Prices of a product in a segment. */
    public record LadderRow(
            String product,
            String segment,
            String list,
            String won,
            String ratio,
            String interval,
            String spread,
            String margin,
            boolean thin) {}

    public List<LadderRow> prices() {
        return Arrays.stream(ladder.rows()).limit(SHOWN_PRICES).map(this::price).toList();
    }

    public String pricesShown() {
        int all = ladder.rows().length;
        return all <= SHOWN_PRICES
                ? "%d rows".formatted(all)
                : "%d of %d rows; the CSV has all".formatted(SHOWN_PRICES, all);
    }

    private LadderRow price(PriceRow row) {
        return new LadderRow(
                names.product(row.productId()),
                row.by() == DealDimension.PRODUCT ? "all" : names.value(row.by(), row.value()),
                Written.bare(row.listPrice()),
                Figures.count(row.won()),
                Written.percent(row.ratio()),
                Written.shares(row.low(), row.high()),
                Written.shares(row.tenth(), row.ninth()),
                Written.bare(row.margin()),
                row.won() < THIN);
    }

    public String pricesCsv() {
        return "/api/v1/sigma/revenue/price-ladder?format=csv&by=" + form.segments();
    }

    /** A reason that was given. */
    public record ReasonLine(String reason, String won, String lost, String money) {}

    public List<ReasonLine> reasons() {
        return Arrays.stream(outcomes.reasons())
                .map(row -> new ReasonLine(
                        word(row.reason()),
                        Figures.count(row.won()),
                        Figures.count(row.lost()),
                        row.lostMoney() == 0 ? "–" : Written.bare(row.lostMoney())))
                .toList();
    }

    private static String word(CloseReason reason) {
        String word = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return reason == CloseReason.UNKNOWN ? "Not said" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** A group beside all other deals. */
    public record DriverLine(
            String by, String value, String closed, String rate, String difference, String interval, boolean real) {}

    public List<DriverLine> drivers() {
        return Arrays.stream(outcomes.drivers())
                .limit(SHOWN_DRIVERS)
                .map(this::driver)
                .toList();
    }

    private DriverLine driver(DriverRow row) {
        return new DriverLine(
                SalesNames.of(row.by()),
                names.value(row.by(), row.value()),
                Figures.count(row.closed()),
                Written.percent(row.rate()),
                (row.difference() > 0 ? "+" : "") + Written.percent(row.difference()),
                Written.shares(row.low(), row.high()),
                row.real());
    }
}
