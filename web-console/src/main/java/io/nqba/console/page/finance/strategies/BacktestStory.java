package io.nqba.console.page.finance.strategies;

import io.nqba.console.finance.strategies.BacktestView;
import io.nqba.console.finance.strategies.BacktestView.Stretch;
import io.nqba.console.finance.strategies.BacktestView.Trial;
import io.nqba.console.finance.strategies.EquityView;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.console.page.StatCard.Tone;
import io.nqba.model.finance.BacktestObjective;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A finished backtest as its page tells it.
 *
 * @param result the result
 * @param stats key figures of the chosen try beside equal weights
 * @param luck what so many tries explain, in words
 * @param equity wealth by day
 * @param drawdown loss from the highest wealth by day
 * @param compared one line per figure: the strategy and equal weights, on both stretches
 * @param tries the best tries, best first
 * @param more how many tries the table leaves out, in words; empty when none
 */
record BacktestStory(
        BacktestView result,
        List<StatCard> stats,
        String luck,
        ChartCard equity,
        ChartCard drawdown,
        List<Compared> compared,
        List<Try> tries,
        String more) {
    private static final int SHOWN_TRIES = 20;

    /** One figure four times. */
    record Compared(String name, String ours, String equal, String oursLater, String equalLater) {}

    /** One try. */
    record Try(
            String parameters,
            String sharpe,
            String growth,
            String drawdown,
            String turnover,
            String later,
            boolean chosen) {}

    static BacktestStory of(BacktestView result, List<EquityView> curve) {
        return new BacktestStory(
                result,
                stats(result),
                luck(result),
                equity(result, curve),
                drawdown(result, curve),
                compared(result),
                tries(result),
                result.trials().size() <= SHOWN_TRIES
                        ? ""
                        : "The best %d of %s tries; the API has all."
                                .formatted(
                                        SHOWN_TRIES,
                                        Figures.count(result.trials().size())));
    }

    /** Returns whether days were held back from the choice. */
    public boolean heldBack() {
        return result.best().later() != null;
    }

    /** Returns the stretch of the choice in words. */
    public String chosenDays() {
        return day(result.from()) + " to " + day(result.chosenTo());
    }

    /** Returns the days after the choice in words. */
    public String laterDays() {
        return day(result.chosenTo()) + " to " + day(result.to());
    }

    private static List<StatCard> stats(BacktestView result) {
        Stretch ours = result.best().chosen();
        Stretch equal = result.equalWeight().chosen();
        return List.of(
                beside(
                        "Sharpe ratio",
                        Figures.number(ours.sharpe(), 2),
                        Figures.number(equal.sharpe(), 2),
                        ours.sharpe() > equal.sharpe()),
                beside(
                        "Growth a year",
                        Figures.percent(ours.growth()),
                        Figures.percent(equal.growth()),
                        ours.growth() > equal.growth()),
                beside(
                        "Deepest drawdown",
                        Figures.percent(ours.deepestDrawdown()),
                        Figures.percent(equal.deepestDrawdown()),
                        ours.deepestDrawdown() < equal.deepestDrawdown()),
                StatCard.plain(
                        "Turnover a year",
                        Figures.number(result.best().trades().turnover(), 2),
                        "costs " + Figures.percent(result.best().trades().cost()) + " of the start"),
                StatCard.of(
                        "Better than luck",
                        Figures.percent(result.deflatedSharpe()),
                        "probability, " + tries(result.triesInAll()),
                        result.deflatedSharpe() >= 0.95 ? Tone.GOOD : Tone.BAD));
    }

    private static StatCard beside(String label, String figure, String equal, boolean better) {
        return StatCard.of(label, figure, "equal weights " + equal, better ? Tone.GOOD : Tone.BAD);
    }

    private static String tries(long count) {
        return count == 1 ? "1 try" : Figures.count(count) + " tries";
    }

    static String luck(BacktestView result) {
        String verdict = result.deflatedSharpe() >= 0.95
                ? "That is more than luck explains."
                : "Luck may explain it: below 95 % nobody should rely on it.";
        if (result.triesInAll() <= 1) {
            return "One try was made. The probability that the true Sharpe ratio is above 0 is %s. %s"
                    .formatted(Figures.percent(result.deflatedSharpe()), verdict);
        }
        return ("%s of this strategy were made, earlier runs included. The best of so many without any skill would show a Sharpe"
                        + " ratio of %s; the probability that the true one is above that is %s (deflated Sharpe ratio). %s")
                .formatted(
                        Figures.count(result.triesInAll()) + " different tries",
                        Figures.number(result.luckySharpe(), 2),
                        Figures.percent(result.deflatedSharpe()),
                        verdict);
    }

    private static ChartCard equity(BacktestView result, List<EquityView> curve) {
        EquityView last = curve.isEmpty() ? null : curve.get(curve.size() - 1);
        String answer = last == null
                ? "No day was played."
                : "One unit became %s; with equal weights %s."
                        .formatted(Figures.number(last.wealth(), 2), Figures.number(last.equalWeight(), 2));
        return chart(
                "equity",
                "Wealth",
                answer
                        + (result.best().later() == null
                                ? ""
                                : " The choice saw the days up to " + day(result.chosenTo()) + "."),
                "Wealth (units at the start)",
                curve,
                List.of(
                        series("Strategy", "", "after", Kind.LINE, false, curve, EquityView::wealth),
                        series("Equal weights", "", "before", Kind.LINE, true, curve, EquityView::equalWeight)),
                "/api/v1/goliath/backtests/" + result.runId() + "/equity?format=csv",
                Scale.FIT);
    }

    private static ChartCard drawdown(BacktestView result, List<EquityView> curve) {
        double ours = curve.stream().mapToDouble(EquityView::drawdown).max().orElse(0);
        double equal =
                curve.stream().mapToDouble(EquityView::equalDrawdown).max().orElse(0);
        return chart(
                "drawdown",
                "Drawdown",
                "The strategy lost at most %s of its peak, equal weights %s."
                        .formatted(Figures.percent(ours), Figures.percent(equal)),
                "Below the peak (%)",
                curve,
                List.of(
                        series("Strategy", "%", "after", Kind.AREA, false, curve, point -> -100 * point.drawdown()),
                        series(
                                "Equal weights",
                                "%",
                                "before",
                                Kind.LINE,
                                true,
                                curve,
                                point -> -100 * point.equalDrawdown())),
                "/api/v1/goliath/backtests/" + result.runId() + "/equity?format=csv",
                Scale.ZERO);
    }

    private static ChartCard chart(
            String id,
            String title,
            String answer,
            String yTitle,
            List<EquityView> curve,
            List<Series> series,
            String csv,
            Scale scale) {
        double[] x = curve.stream()
                .mapToDouble(point ->
                        point.day().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
                .toArray();
        return new ChartCard(id, title, answer, "Day", yTitle, "", "UTC", x, series, List.of(), csv, scale);
    }

    private static Series series(
            String name,
            String unit,
            String colour,
            Kind kind,
            boolean dashed,
            List<EquityView> curve,
            ToDoubleFunction<EquityView> of) {
        return new Series(
                name,
                unit,
                colour,
                kind,
                dashed,
                false,
                curve.stream().mapToDouble(of).toArray());
    }

    private static List<Compared> compared(BacktestView result) {
        Trial ours = result.best();
        Trial equal = result.equalWeight();
        return List.of(
                row("Growth (% a year)", ours, equal, s -> percent(s.growth())),
                row("Volatility (% a year)", ours, equal, s -> percent(s.volatility())),
                row("Sharpe ratio", ours, equal, s -> Figures.number(s.sharpe(), 2)),
                row("Sortino ratio", ours, equal, s -> Figures.number(s.sortino(), 2)),
                row("Deepest drawdown (%)", ours, equal, s -> percent(s.deepestDrawdown())),
                whole(
                        "Turnover a year",
                        ours,
                        equal,
                        t -> Figures.number(t.trades().turnover(), 2)),
                whole(
                        "Hit rate (%)",
                        ours,
                        equal,
                        t -> t.trades().hitRate() == null
                                ? "–"
                                : percent(t.trades().hitRate())),
                whole(
                        "Costs (% of the start)",
                        ours, equal, t -> percent(t.trades().cost())),
                whole("Exposure (%)", ours, equal, t -> percent(t.trades().exposure())));
    }

    private static Compared row(String name, Trial ours, Trial equal, Function<Stretch, String> of) {
        return new Compared(
                name,
                of.apply(ours.chosen()),
                of.apply(equal.chosen()),
                orDash(ours.later(), of),
                orDash(equal.later(), of));
    }

    private static String orDash(@Nullable Stretch stretch, Function<Stretch, String> of) {
        return stretch == null ? "–" : of.apply(stretch);
    }

    /** Figures of trading are told for all days only. */
    private static Compared whole(String name, Trial ours, Trial equal, Function<Trial, String> of) {
        return new Compared(name + ", all days", of.apply(ours), of.apply(equal), "", "");
    }

    private static List<Try> tries(BacktestView result) {
        List<Trial> trials = result.trials();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, trials.size()).boxed().toList());
        order.sort(Comparator.comparingDouble((Integer at) -> -objective(result.objective(), trials.get(at))));
        return order.stream()
                .limit(SHOWN_TRIES)
                .map(at -> tried(trials.get(at), at.equals(order.get(0))))
                .toList();
    }

    private static double objective(BacktestObjective objective, Trial trial) {
        return switch (objective) {
            case SHARPE -> trial.chosen().sharpe();
            case SORTINO -> trial.chosen().sortino();
            case GROWTH -> trial.chosen().growth();
        };
    }

    private static Try tried(Trial trial, boolean chosen) {
        Stretch later = trial.later();
        return new Try(
                parameters(trial),
                Figures.number(trial.chosen().sharpe(), 2),
                percent(trial.chosen().growth()),
                percent(trial.chosen().deepestDrawdown()),
                Figures.number(trial.trades().turnover(), 2),
                later == null ? "–" : Figures.number(later.sharpe(), 2),
                chosen);
    }

    private static String parameters(Trial trial) {
        return trial.parameters().isEmpty()
                ? "no parameters"
                : trial.parameters().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + " " + StrategyForm.plain(each.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return Figures.number(100 * share, 1);
    }

    static String day(LocalDate day) {
        return Figures.day(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }
}
