package io.nqba.compute.finance.risk;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.kernel.risk.StressWindows;
import io.nqba.compute.kernel.risk.StressWindows.Window;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Shock;
import io.nqba.model.finance.StressKind;
import io.nqba.model.finance.StressOutcome;
import io.nqba.model.finance.StressPart;
import io.nqba.model.finance.StressRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What happens to holdings in the worst stretches of the past, and under shocks that somebody thought of. */
final class StressTests {
    /** Trading days of a day, a week, a month, a quarter. */
    private static final Map<Integer, String> LENGTHS =
            new TreeMap<>(Map.of(1, "day", 5, "week", 21, "month", 63, "quarter"));

    private static final int MOST_WORST = 5;

    private StressTests() {}

    /**
     * Returns the worst day, week, month and quarter of these holdings and of the market, worst first; a stretch that is both once.
     *
     * @param profits of the holdings on the days used, money
     * @param market returns of the market on these days; all zeros when there is none
     */
    static List<StressOutcome> historical(RiskBasis basis, RiskWindow window, double[] profits, double[] market) {
        Map<String, StressOutcome> byWindow = new TreeMap<>();
        String own = "Worst %s of what is held";
        String common = "Worst %s of the market";
        LENGTHS.forEach((length, name) -> {
            for (Window found : StressWindows.worst(profits, length, 1)) {
                add(byWindow, outcome(basis, window, found, own.formatted(name)));
            }
            for (Window found : StressWindows.worst(market, length, 1)) {
                add(byWindow, outcome(basis, window, found, common.formatted(name)));
            }
        });
        return byWindow.values().stream()
                .sorted(Comparator.comparingDouble(StressOutcome::profit).thenComparing(StressOutcome::name))
                .toList();
    }

    private static void add(Map<String, StressOutcome> byWindow, StressOutcome outcome) {
        byWindow.putIfAbsent(outcome.fromDay() + "/" + outcome.toDay(), outcome);
    }

    private static StressOutcome outcome(RiskBasis basis, RiskWindow window, Window found, String name) {
        PriceHistory history = basis.history();
        int from = window.first() + found.from();
        int to = window.first() + found.to();
        return outcome(basis, name, StressKind.HISTORICAL, history.days()[from], history.days()[to], j -> {
            String id = history.instrumentIds().get(j);
            return history.closeAt(id, to) / history.closeAt(id, from) - 1;
        });
    }

    /**
     * Returns what shocks would do.
     *
     * @throws NqbaException naming the shock that concerns nothing, twice the same, or takes more than everything
     */
    static StressOutcome shocked(RiskBasis basis, StressRequest request) {
        Map<String, Double> changes = changes(basis, request.shocks());
        return outcome(basis, request.name(), StressKind.USER, 0, 0, j -> {
            Holdings.Asset asset = basis.assets().get(j);
            Double one = changes.get("INSTRUMENT/" + asset.instrumentId());
            Double sector = changes.get("SECTOR/" + asset.sector());
            Double change = one != null ? one : sector != null ? sector : changes.get("ALL/");
            return change == null ? 0 : change;
        });
    }

    private static Map<String, Double> changes(RiskBasis basis, List<Shock> shocks) {
        Map<String, Double> changes = new TreeMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < shocks.size(); i++) {
            Shock shock = shocks.get(i);
            String field = "shocks[%d]".formatted(i);
            if (!(shock.change() >= -1 && shock.change() <= 10)) {
                problems.add(new FieldProblem(
                        field + ".change",
                        Double.toString(shock.change()),
                        "A price cannot change by that.",
                        "Send a share from -1 (all is lost) to 10, such as -0.2."));
            }
            if (!known(basis, shock)) {
                problems.add(new FieldProblem(
                        field + ".name",
                        shock.name(),
                        "The universe (%s) has no such %s."
                                .formatted(
                                        basis.subject().universeId(),
                                        shock.target().name().toLowerCase(java.util.Locale.ROOT)),
                        "Name a sector or an instrument of the universe, and nothing for all."));
            }
            if (changes.put(shock.target() + "/" + shock.name(), shock.change()) != null) {
                problems.add(new FieldProblem(
                        field + ".name", shock.name(), "An earlier shock moves the same.", "Send it once."));
            }
        }
        if (!problems.isEmpty() || shocks.isEmpty()) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    shocks.isEmpty()
                            ? "The scenario has no shocks."
                            : "The scenario has %d wrong fields.".formatted(problems.size()),
                    shocks.isEmpty() ? "Send at least one shock." : "Correct each field as its remedy says.",
                    problems,
                    null);
        }
        return changes;
    }

    private static boolean known(RiskBasis basis, Shock shock) {
        return switch (shock.target()) {
            case ALL -> shock.name().isEmpty();
            case SECTOR ->
                basis.assets().stream().anyMatch(asset -> asset.sector().equals(shock.name()));
            case INSTRUMENT -> basis.history().row(shock.name()) >= 0;
        };
    }

    private static StressOutcome outcome(
            RiskBasis basis, String name, StressKind kind, long fromDay, long toDay, IntToDoubleFunction changeOf) {
        double[] values = basis.values();
        double profit = 0;
        double uncovered = 0;
        double gross = 0;
        List<StressPart> parts = new ArrayList<>();
        for (int j :
                IntStream.range(0, values.length).filter(k -> values[k] != 0).toArray()) {
            double change = changeOf.applyAsDouble(j);
            gross += Math.abs(values[j]);
            if (Double.isNaN(change)) {
                uncovered += Math.abs(values[j]);
                continue;
            }
            profit += values[j] * change;
            parts.add(new StressPart(basis.assets().get(j).instrumentId(), change, values[j] * change));
        }
        parts.sort(Comparator.comparingDouble(StressPart::profit));
        double netValue = basis.holdings(new double[0]).netValue();
        return new StressOutcome(
                name,
                kind,
                fromDay,
                toDay,
                profit,
                netValue > 0 ? profit / netValue : Double.NaN,
                List.copyOf(parts.subList(0, Math.min(MOST_WORST, parts.size()))),
                gross > 0 ? uncovered / gross : 0);
    }
}
