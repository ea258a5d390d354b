package io.nqba.console.page.finance.strategies;

import io.nqba.console.finance.strategies.StrategyView;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.finance.BacktestObjective;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.finance.StrategyParameter;
import io.nqba.model.finance.TradingAssumptions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * The form that starts a backtest, as the reader typed it.
 *
 * @param runId identifier of the run to be, so that a form sent twice starts one run
 * @param values text of each parameter: one value, or several with commas between
 * @param from first day as text; empty for as early as possible
 * @param to last day as text; empty for the last finished one
 * @param objective what the choice goes by
 * @param heldBack per cent of the days that the choice does not see
 * @param feePercent fee, per cent of the traded value
 * @param slippagePercent slippage, per cent of the traded value
 */
record StrategyForm(
        String runId,
        Map<String, String> values,
        String from,
        String to,
        String objective,
        String heldBack,
        String feePercent,
        String slippagePercent) {
    private static final long LIMIT_MILLIS = 600_000;
    private static final String PREFIX = "parameters.";

    /** One parameter of the form. */
    public record Field(String name, String label, String hint, String value) {}

    static StrategyForm suggested(StrategyView strategy) {
        Map<String, String> values = new LinkedHashMap<>();
        strategy.parameters().forEach((name, value) -> values.put(name, plain(value)));
        return new StrategyForm(
                UUID.randomUUID().toString(), values, "", "", BacktestObjective.SHARPE.name(), "25", "0.1", "0.05");
    }

    static StrategyForm of(MultiValueMap<String, String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, given) -> {
            if (name.startsWith(PREFIX) && !given.isEmpty()) {
                values.put(name.substring(PREFIX.length()), given.get(0).strip());
            }
        });
        return new StrategyForm(
                text(fields, "runId"),
                values,
                text(fields, "from"),
                text(fields, "to"),
                text(fields, "objective"),
                text(fields, "heldBack"),
                text(fields, "feePercent"),
                text(fields, "slippagePercent"));
    }

    static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Returns the parameters of the strategy's kind as fields. */
    List<Field> fields(StrategyKind kind) {
        return kind.parameters().stream()
                .map(parameter -> new Field(
                        PREFIX + parameter.label(),
                        parameter.meaning(),
                        "%s to %s %s; several with spaces between"
                                .formatted(plain(parameter.least()), plain(parameter.most()), parameter.unit()),
                        values.getOrDefault(parameter.label(), plain(parameter.usual()))))
                .toList();
    }

    /** What became of the form. */
    sealed interface Checked {}

    /** All fields are good. */
    record Good(BacktestRequest request) implements Checked {}

    /** Some are not. */
    record Refused(ProblemBox problem) implements Checked {}

    Checked check(StrategyView strategy, StrategyKind kind) {
        FormFields fields = new FormFields();
        Map<String, List<Double>> grid = grid(kind, fields);
        long tries =
                grid.values().stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
        if (tries > BacktestRequest.MOST_TRIES) {
            fields.refuse(
                    PREFIX + kind.parameters().get(0).label(),
                    "The values make %,d combinations; %,d is the most.".formatted(tries, BacktestRequest.MOST_TRIES));
        }
        long first = day(fields, "from", from, -BacktestRequest.ALL_DAYS);
        long last = day(fields, "to", to, BacktestRequest.ALL_DAYS);
        if (first >= last) {
            fields.refuse("from", "The first day must lie before the last one.");
        }
        double held = fields.number("heldBack", heldBack, 0, 80, "per cent");
        double fee = fields.number("feePercent", feePercent, 0, 100, "per cent");
        double slippage = fields.number("slippagePercent", slippagePercent, 0, 100, "per cent");
        if (!fields.good()) {
            return new Refused(fields.problem("The backtest was not started"));
        }
        TradingAssumptions usual = TradingAssumptions.usual();
        return new Good(new BacktestRequest(
                strategy.id(),
                strategy.name(),
                grid,
                first,
                last,
                // Without a choice there is nothing to hold back from it.
                tries == 1 ? 0 : held / 100,
                objectiveOr(),
                new TradingAssumptions(
                        fee / 100, slippage / 100, usual.delistingHaircut(), usual.cashRate(), usual.borrowRate()),
                LIMIT_MILLIS));
    }

    private BacktestObjective objectiveOr() {
        for (BacktestObjective known : BacktestObjective.values()) {
            if (known.name().equals(objective)) {
                return known;
            }
        }
        return BacktestObjective.SHARPE;
    }

    private Map<String, List<Double>> grid(StrategyKind kind, FormFields fields) {
        Map<String, List<Double>> grid = new LinkedHashMap<>();
        for (StrategyParameter parameter : kind.parameters()) {
            String given = values.getOrDefault(parameter.label(), "");
            List<Double> numbers = new ArrayList<>();
            for (String word : given.split("[\\s,;]+", -1)) {
                if (!word.isEmpty()) {
                    double value = fields.number(
                            PREFIX + parameter.label(), word, parameter.least(), parameter.most(), parameter.unit());
                    numbers.add(value);
                }
            }
            if (!numbers.isEmpty()) {
                grid.put(parameter.label(), numbers.stream().distinct().toList());
            }
        }
        return grid;
    }

    private static long day(FormFields fields, String name, String text, long none) {
        if (text.isEmpty()) {
            return none;
        }
        try {
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeParseException e) {
            fields.refuse(name, "(%s) is not a date. Write it as 2024-08-01.".formatted(text));
            return none;
        }
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
