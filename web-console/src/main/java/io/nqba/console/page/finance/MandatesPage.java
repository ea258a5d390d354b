package io.nqba.console.page.finance;

import io.nqba.console.finance.FirmReportView;
import io.nqba.console.finance.FirmReportView.LimitUse;
import io.nqba.console.optimisation.BaselineView;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.console.page.StatCard.Tone;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.model.finance.FirmLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The mandates of a book under the limits of their firm, with one of its runs.
 *
 * @param book the book
 * @param runs its runs, newest first
 * @param run the chosen one; null while there is none
 * @param report what it found; null before there is an answer
 * @param table what it proposes for each mandate; null before there is an answer
 * @param starting whether the form is shown
 */
record MandatesPage(
        BookPage book,
        List<RunRow> runs,
        @Nullable RunRow run,
        @Nullable FirmReportView report,
        @Nullable MandateTable table,
        boolean starting) {
    static final String PATH = "/goliath/mandates";

    MandatesPage start() {
        return new MandatesPage(book, runs, run, report, table, true);
    }

    /** Returns whether the chosen run goes on and is shown. */
    public boolean live() {
        return run != null && run.live() && !starting;
    }

    public String runId() {
        return run == null ? "" : run.id();
    }

    /** Returns the address of the form; filled as the chosen run was. */
    public String startHref() {
        return href(run == null ? "" : run.id(), true);
    }

    /** Returns the address of a run of this book. */
    public String runHref(RunRow row) {
        return href(row.id(), false);
    }

    private String href(String runId, boolean form) {
        var href = UriComponentsBuilder.fromPath(PATH).queryParam("book", "{book}");
        if (!runId.isEmpty()) {
            href.queryParam("run", "{run}");
        }
        if (form) {
            href.queryParam("tab", "start");
        }
        return (runId.isEmpty()
                        ? href.encode().buildAndExpand(book.book().id())
                        : href.encode().buildAndExpand(book.book().id(), runId))
                .toUriString();
    }

    public String limitsCsv() {
        return "/api/v1/goliath/runs/" + runId() + "/firm-limits?format=csv";
    }

    public String resultsCsv() {
        return "/api/v1/goliath/runs/" + runId() + "/mandate-results?format=csv";
    }

    public String sign() {
        return Figures.currencySign(book.book().currency());
    }

    /** Returns the key figures of the answer. */
    public List<StatCard> stats() {
        if (report == null || run == null) {
            return List.of();
        }
        double value = known(run.run().value());
        double now = baseline(run.run(), "current-holdings");
        double cut = baseline(run.run(), "proportional-cut-back");
        double alone = baseline(run.run(), "every-mandate-alone");
        return List.of(
                StatCard.plain("Mandates", Figures.count(report.mandates()), "over " + whole(report.capital())),
                StatCard.of(
                        "Utility a year", whole(value), whole(value - now) + " more than present holdings", Tone.GOOD),
                Double.isNaN(cut)
                        ? StatCard.plain("Beside a cut for all", "–", "no equal cut keeps the limits")
                        : StatCard.of(
                                "Beside a cut for all",
                                whole(value - cut),
                                "more than cutting everybody back alike",
                                value >= cut ? Tone.GOOD : Tone.BAD),
                StatCard.plain("Given up for the limits", whole(alone - value), "against every mandate alone"),
                StatCard.plain(
                        "Traded",
                        Figures.percent(report.turnover() / report.capital()),
                        "of the capital, for " + whole(report.tradingCost())));
    }

    private String whole(double amount) {
        String figure = Figures.number(amount, 0);
        return Double.isFinite(amount) ? figure + "\u00a0" + sign() : figure;
    }

    private static double baseline(RunView run, String name) {
        return run.baselines().stream()
                .filter(baseline -> baseline.name().equals(name))
                .mapToDouble(BaselineView::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    /**
     * One limit of the firm.
     *
     * @param width how much of it is used, length of its bar, of 1,000
     * @param over whether it is exceeded
     * @param price what a hundredth more of it would be worth a year; empty where it does not bind
     */
    public record LimitRow(
            String kind,
            String name,
            String most,
            String now,
            String alone,
            String use,
            String width,
            String used,
            boolean over,
            String price,
            String words) {}

    /** Returns the limits, the dearest first. */
    public List<LimitRow> limits() {
        if (report == null) {
            return List.of();
        }
        List<LimitUse> limits = new ArrayList<>(report.limits());
        limits.sort(Comparator.comparingDouble(LimitUse::shadowPrice)
                .thenComparingDouble(MandatesPage::used)
                .reversed());
        return limits.stream().map(MandatesPage::limit).toList();
    }

    private static double used(LimitUse limit) {
        return limit.most() > 0 ? limit.use() / limit.most() : limit.use() > 0 ? 1 : 0;
    }

    private static LimitRow limit(LimitUse limit) {
        double used = used(limit);
        boolean binds = !limit.words().startsWith("It does not bind");
        return new LimitRow(
                limit.kind().name().charAt(0) + limit.kind().name().substring(1).toLowerCase(Locale.ROOT),
                limit.name(),
                figure(limit.kind(), limit.most()),
                figure(limit.kind(), limit.useNow()),
                figure(limit.kind(), limit.useAlone()),
                figure(limit.kind(), limit.use()),
                String.format(Locale.ROOT, "%.0f", 1000 * Math.min(1, Math.max(0, used))),
                Figures.number(100 * Math.max(0, used), 1),
                used > 1 + 1e-4,
                binds ? Figures.number(limit.shadowPrice() / 100, 2) : "–",
                limit.words());
    }

    private static String figure(FirmLimit.Kind kind, double use) {
        return kind == FirmLimit.Kind.FACTOR ? Figures.number(use, 3) : Figures.number(100 * use, 2) + "\u00a0%";
    }
}
