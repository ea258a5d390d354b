package io.nqba.compute.finance.strategies;

import io.nqba.model.finance.BacktestFigures;
import io.nqba.model.finance.BacktestObjective;
import io.nqba.model.finance.BacktestRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A backtest in sentences, the unwelcome ones included. */
final class BacktestFindings {
    private final BacktestRun result;
    private final BacktestObjective objective;

    BacktestFindings(BacktestRun result) {
        this.result = result;
        this.objective = result.objective();
    }

    /** @param early why the run ended before all tries were made; empty when they were */
    List<String> sentences(String early) {
        List<String> sentences = new ArrayList<>();
        int made = result.trials().size();
        if (!early.isEmpty()) {
            sentences.add("%s: %d of %d tries were made; what follows rests on those."
                    .formatted(early, made, result.planned()));
        }
        sentences.add(choice(made));
        sentences.add(against(
                "On the days of the choice",
                result.best().chosen(),
                result.equalWeight().chosen()));
        BacktestFigures later = result.best().later();
        BacktestFigures equalLater = result.equalWeight().later();
        if (later != null && equalLater != null) {
            sentences.add(against(
                    "On the %d days after that, which the choice had not seen".formatted(later.days()),
                    later,
                    equalLater));
        }
        sentences.add(luck());
        sentences.add(text(
                "Trading cost %.2f %% of the starting capital at a turnover of %.2f a year.",
                100 * result.best().trades().cost(), result.best().trades().turnover()));
        sentences.add(
                result.futureChecks() > 0
                        ? "No decision changed when the prices after it were scrambled (%d checks): the strategy does not know the future."
                                .formatted(result.futureChecks())
                        : "A decision changed when the prices after it were scrambled: the strategy knows the future, and its figures mean nothing.");
        sentences.add("There is no bound to compare with: nobody can prove that no other strategy does better.");
        return sentences;
    }

    private String choice(int made) {
        String parameters = parameters(result.best().parameters());
        if (made == 1) {
            return parameters.isEmpty() ? "One try, without parameters." : "One try: %s.".formatted(parameters);
        }
        return "Best of %d tries: %s.".formatted(made, parameters);
    }

    private String against(String when, BacktestFigures ours, BacktestFigures equal) {
        double mine = objective.of(ours);
        double theirs = objective.of(equal);
        String numbers = text(
                objective == BacktestObjective.GROWTH ? "%.2f %% a year against %.2f %% a year" : "%.2f against %.2f",
                mine,
                theirs);
        String verdict = mine > theirs ? "the strategy did better" : "equal weights did better or as well";
        return "%s %s: %s %s of equal weights.".formatted(when, verdict, objective.label(), numbers);
    }

    private String luck() {
        if (result.triesInAll() == 1) {
            return text(
                    "With a single try the probability that the true Sharpe ratio is above 0 is %.1f %%.",
                    100 * result.deflatedSharpe());
        }
        return text(
                "%d different tries of this strategy have been made; the best of so many without any skill would have a Sharpe ratio"
                        + " of %.2f. The probability that the true one is above that is %.1f %%.",
                result.triesInAll(), result.luckySharpe(), 100 * result.deflatedSharpe());
    }

    static String parameters(Map<String, Double> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + " "
                        + BigDecimal.valueOf(each.getValue())
                                .stripTrailingZeros()
                                .toPlainString())
                .collect(Collectors.joining(", "));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
