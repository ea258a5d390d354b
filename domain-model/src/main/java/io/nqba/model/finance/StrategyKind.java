package io.nqba.model.finance;

import static io.nqba.model.finance.StrategyParameter.ENTRY_DEVIATIONS;
import static io.nqba.model.finance.StrategyParameter.EXIT_DEVIATIONS;
import static io.nqba.model.finance.StrategyParameter.FORMATION_DAYS;
import static io.nqba.model.finance.StrategyParameter.HELD_SHARE;
import static io.nqba.model.finance.StrategyParameter.LONG_DAYS;
import static io.nqba.model.finance.StrategyParameter.LOOKBACK_DAYS;
import static io.nqba.model.finance.StrategyParameter.MOST_LEVERAGE;
import static io.nqba.model.finance.StrategyParameter.PAIRS;
import static io.nqba.model.finance.StrategyParameter.REBALANCE_DAYS;
import static io.nqba.model.finance.StrategyParameter.SHORT_DAYS;
import static io.nqba.model.finance.StrategyParameter.SKIP_DAYS;
import static io.nqba.model.finance.StrategyParameter.TARGET_VOLATILITY;
import static io.nqba.model.finance.StrategyParameter.WINDOW_DAYS;

import io.nqba.model.error.FieldProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of trading strategy and the parameters of each. */
public enum StrategyKind {
    MOVING_AVERAGE_CROSSOVER(
            "moving-average-crossover",
            "Holds each instrument whose fast average stands above its slow one, the rest in cash.",
            List.of(SHORT_DAYS, LONG_DAYS)),
    MOMENTUM(
            "momentum",
            "Holds the instruments that gained most over the past year, its last month left out.",
            List.of(LOOKBACK_DAYS, SKIP_DAYS, HELD_SHARE, REBALANCE_DAYS)),
    MEAN_REVERSION(
            "mean-reversion",
            "Buys what fell far below its average and sells it when it has come back.",
            List.of(WINDOW_DAYS, ENTRY_DEVIATIONS, EXIT_DEVIATIONS)),
    VOLATILITY_TARGET(
            "volatility-target",
            "Holds all instruments in equal parts, less of them when markets swing more.",
            List.of(TARGET_VOLATILITY, WINDOW_DAYS, MOST_LEVERAGE, REBALANCE_DAYS)),
    PAIRS_TRADING(
            "pairs",
            "Buys the weaker and sells the stronger of two instruments that used to move together.",
            List.of(FORMATION_DAYS, PAIRS, ENTRY_DEVIATIONS, EXIT_DEVIATIONS)),
    BUY_AND_HOLD("buy-and-hold", "Buys all listed instruments in equal parts once and keeps them.", List.of());

    private final String label;
    private final String meaning;

    /** Made by {@link List#of}, so it cannot change, which the type does not say. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<StrategyParameter> parameters;

    StrategyKind(String label, String meaning, List<StrategyParameter> parameters) {
        this.label = label;
        this.meaning = meaning;
        this.parameters = parameters;
    }

    /** Returns its name in requests, such as {@code moving-average-crossover}. */
    public String label() {
        return label;
    }

    /** Returns what it does, for people. */
    public String meaning() {
        return meaning;
    }

    public List<StrategyParameter> parameters() {
        return parameters;
    }

    /** Returns the kind of that name in requests. */
    public static Optional<StrategyKind> labelled(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    /** Returns what is wrong with a set of parameters by name; empty when all may be used. Missing ones take their usual values. */
    public List<FieldProblem> problems(Map<String, Double> given) {
        var problems = new ArrayList<FieldProblem>();
        given.forEach((name, value) -> find(name)
                .ifPresentOrElse(
                        parameter -> parameter.problem(value).ifPresent(problems::add),
                        () -> problems.add(unknown(name, value))));
        if (problems.isEmpty()) {
            Map<StrategyParameter, Double> all = complete(given);
            problems.addAll(lessThan(all, SHORT_DAYS, LONG_DAYS));
            problems.addAll(lessThan(all, SKIP_DAYS, LOOKBACK_DAYS));
            problems.addAll(lessThan(all, EXIT_DEVIATIONS, ENTRY_DEVIATIONS));
        }
        return problems;
    }

    /** Returns all parameters of the kind: the given ones, and the usual values of the others. */
    public Map<StrategyParameter, Double> complete(Map<String, Double> given) {
        var all = new EnumMap<StrategyParameter, Double>(StrategyParameter.class);
        for (StrategyParameter parameter : parameters) {
            all.put(parameter, given.getOrDefault(parameter.label(), parameter.usual()));
        }
        return all;
    }

    /** Returns the parameter of that name. */
    public Optional<StrategyParameter> find(String name) {
        return parameters.stream().filter(each -> each.label().equals(name)).findFirst();
    }

    private FieldProblem unknown(String name, double value) {
        String known = parameters.isEmpty()
                ? "none"
                : parameters.stream().map(StrategyParameter::label).collect(Collectors.joining(", "));
        return new FieldProblem(
                "parameters." + name,
                Double.toString(value),
                "The %s strategy has no parameter %s.".formatted(label, name),
                "Leave it out; its parameters are: %s.".formatted(known));
    }

    private static List<FieldProblem> lessThan(
            Map<StrategyParameter, Double> all, StrategyParameter low, StrategyParameter high) {
        Double below = all.get(low);
        Double above = all.get(high);
        if (below == null || above == null || below < above) {
            return List.of();
        }
        return List.of(new FieldProblem(
                "parameters." + low.label(),
                below.toString(),
                "The %s (%s) must be less than the %s (%s).".formatted(low.label(), below, high.label(), above),
                "Lower the first or raise the second."));
    }
}
