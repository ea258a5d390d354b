package io.nqba.console.page.optimisation;

import io.nqba.console.energy.DistrictView;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import io.nqba.model.optimisation.ObjectiveSense;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one run was asked, what happened in it, and how value and bound closed on each other.
 *
 * @param closing value and bound by round
 * @param gap the gap by round
 * @param asked what was asked, in words
 * @param steps what happened, newest first
 * @param lastSequence number of the last step; live steps follow it
 * @param lastRound number of the last round drawn; live rounds follow it
 * @param nodes nodes of the last round
 * @param bytes bytes of the last round
 * @param elapsed time since the start, up to the last step
 */
record RunStory(
        ChartCard closing,
        ChartCard gap,
        Map<String, String> asked,
        List<RunStep> steps,
        long lastSequence,
        int lastRound,
        String nodes,
        String bytes,
        String elapsed) {
    static RunStory of(RunView run, List<RunEvent> history, @Nullable DistrictView district) {
        List<RunEvent> rounds = rounds(history);
        RunEvent last = history.isEmpty() ? null : history.get(history.size() - 1);
        // The closing step is no round: it receives no answers.
        long bytes = rounds.stream()
                .mapToLong(RunEvent::bytes)
                .filter(count -> count > 0)
                .reduce(0, (before, after) -> after);
        return new RunStory(
                closing(run, rounds),
                gapByRound(rounds),
                asked(run, district),
                RunStep.newestFirst(history),
                last == null ? 0 : last.sequence(),
                rounds.isEmpty() ? 0 : rounds.get(rounds.size() - 1).round(),
                Figures.count(run.nodes()),
                Figures.bytes(bytes),
                last == null ? "–" : Figures.duration(Duration.ofMillis(last.elapsedMillis())));
    }

    private static List<RunEvent> rounds(List<RunEvent> history) {
        Map<Integer, RunEvent> byRound = new LinkedHashMap<>();
        for (RunEvent event : history) {
            if (event.round() > 0 && event.value() != null) {
                byRound.putIfAbsent(event.round(), event);
            }
        }
        return List.copyOf(byRound.values());
    }

    private static ChartCard closing(RunView run, List<RunEvent> rounds) {
        String sign = Figures.currencySign(run.valueUnit());
        return new ChartCard(
                "convergence",
                "Best answer and bound",
                "What we have and what nobody can beat, closing on each other round by round.",
                "Round",
                sign.isEmpty()
                        ? "Value"
                        : Figures.money(run.valueUnit()) && run.sense() == ObjectiveSense.MINIMISE
                                ? "Cost (" + sign + ")"
                                : "Value (" + sign + ")",
                "",
                "",
                column(rounds, RunEvent::round),
                List.of(
                        new Series(
                                "Best answer", sign, "after", Kind.STEP, false, false, values(rounds, RunEvent::value)),
                        new Series("Bound", sign, "bound", Kind.STEP, true, false, values(rounds, RunEvent::bound))),
                List.of(),
                "",
                Scale.FIT);
    }

    private static ChartCard gapByRound(List<RunEvent> rounds) {
        double[] value = values(rounds, RunEvent::value);
        double[] bound = values(rounds, RunEvent::bound);
        double[] percent = new double[value.length];
        for (int i = 0; i < percent.length; i++) {
            double open = Math.abs(value[i] - bound[i]) / Math.abs(bound[i]);
            // A logarithmic axis has no zero: a closed gap ends the line.
            percent[i] = open > 0 && Double.isFinite(open) ? 100 * open : Double.NaN;
        }
        return new ChartCard(
                "gap",
                "Proven gap",
                "How far the best answer can be from the best possible, at most.",
                "Round",
                "Gap (%, log)",
                "",
                "",
                column(rounds, RunEvent::round),
                List.of(new Series("Gap", "%", "price", Kind.LINE, false, false, percent)),
                List.of(),
                "",
                Scale.LOG);
    }

    private static double[] column(List<RunEvent> rounds, ToDoubleFunction<RunEvent> of) {
        return rounds.stream().mapToDouble(of).toArray();
    }

    private static double[] values(List<RunEvent> rounds, Function<RunEvent, @Nullable Double> of) {
        return column(rounds, event -> {
            Double value = of.apply(event);
            return value == null ? Double.NaN : value;
        });
    }

    private static Map<String, String> asked(RunView run, @Nullable DistrictView district) {
        Map<String, Object> given = run.parameters();
        Map<String, String> asked = new LinkedHashMap<>();
        ZoneId zone = district == null ? ZoneOffset.UTC : ZoneId.of(district.timeZone());
        if (given.get("start") instanceof Instant start && given.get("slots") instanceof Integer slots) {
            asked.put("From", Figures.moment(start, zone));
            asked.put("Slots", district == null ? slots.toString() : window(slots, district.intervalMinutes()));
        }
        if (given.get("source") != null) {
            asked.put("Load and PV", "FORECAST".equals(given.get("source").toString()) ? "Forecast" : "Measured");
        }
        rate(asked, "Demand charge", given.get("demandChargePerKw"), run.valueUnit(), "kW");
        rate(asked, "Carbon weight", given.get("carbonWeightPerKg"), run.valueUnit(), "kg");
        if (given.get("limits") instanceof List<?> limits) {
            asked.put("Limits of the firm", Figures.count(limits.size()));
        }
        if (given.get("historyDays") instanceof Integer days) {
            asked.put("History", Figures.count(days) + " days");
        }
        if (given.get("targetGap") instanceof Double gap) {
            asked.put("Stops at a gap of", Figures.gap(gap));
        }
        if (given.get("timeLimitMillis") instanceof Long limit) {
            asked.put("Time limit", Figures.duration(Duration.ofMillis(limit)));
        }
        return asked;
    }

    private static void rate(
            Map<String, String> asked, String name, @Nullable Object value, String currency, String per) {
        if (value instanceof Double amount) {
            asked.put(name, Figures.rate(amount, currency, per));
        }
    }

    private static String window(int slots, int minutes) {
        return "%s of %d min".formatted(Figures.count(slots), minutes);
    }
}
