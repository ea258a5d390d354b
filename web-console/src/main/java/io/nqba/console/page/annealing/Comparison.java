package io.nqba.console.page.annealing;

import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.SolutionView;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.model.optimisation.ObjectiveSense;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two runs side by side.
 *
 * @param a the first
 * @param b the second
 */
record Comparison(Trace a, Trace b) {
    private static final String UNKNOWN = "–";

    /**
     * One line of the table.
     *
     * @param name what is compared
     * @param a of the first run
     * @param b of the second
     */
    public record Line(String name, String a, String b) {}

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(line("Value", trace -> known(trace.run().value()), figure -> Figures.amount(figure, unit())));
        lines.add(line("Bound", trace -> known(trace.run().bound()), figure -> Figures.amount(figure, unit())));
        lines.add(line("Gap, at most", trace -> RunRow.of(trace.run()).proof().openShare(), Figures::gap));
        lines.add(line("Time to its best", Trace::bestMillis, Comparison::duration));
        lines.add(line("Time in all", Comparison::tookMillis, Comparison::duration));
        lines.add(line("Rounds", trace -> trace.rounds().size(), figure -> Figures.number(figure, 0)));
        lines.add(line("Proposals a second", Trace::proposalsPerSecond, Rates::perSecond));
        lines.add(new Line("Seed", given(a, "seed"), given(b, "seed")));
        lines.add(new Line("Revision", revision(a), revision(b)));
        return lines;
    }

    /** Returns whether both answer the same problem. */
    public boolean sameProblem() {
        return given(a, "problemId").equals(given(b, "problemId"));
    }

    /** Returns what sets them apart, in sentences. */
    public List<String> words() {
        if (!sameProblem()) {
            return List.of("The runs answer different problems: their values say nothing about each other.");
        }
        List<String> words = new ArrayList<>();
        words.add(values());
        words.addAll(times());
        words.addAll(answers());
        return words;
    }

    private String values() {
        Double first = a.run().value();
        Double second = b.run().value();
        if (first == null || second == null) {
            return "One of them has no answer yet.";
        }
        double gain = sense().gain(first, second);
        if (gain == 0) {
            return "Both found %s.".formatted(Figures.amount(first, unit()));
        }
        return "Run %s found the better answer, by %s (%s)."
                .formatted(
                        gain > 0 ? "A" : "B",
                        Figures.amount(Math.abs(gain), unit()),
                        Figures.gap(Math.abs(gain) / Math.max(Math.abs(first), Math.abs(second))));
    }

    /** Says which was sooner at what both reached: the value of the weaker one. */
    private List<String> times() {
        Double first = a.run().value();
        Double second = b.run().value();
        if (first == null || second == null) {
            return List.of();
        }
        double weaker = sense().gain(first, second) > 0 ? second : first;
        double reachedA = reached(a, weaker);
        double reachedB = reached(b, weaker);
        if (!Double.isFinite(reachedA) || !Double.isFinite(reachedB)) {
            return List.of();
        }
        String target = Figures.amount(weaker, unit());
        if (reachedA == reachedB) {
            return List.of("Both had %s after %s.".formatted(target, duration(reachedA)));
        }
        return List.of("Run %s had %s after %s, run %s after %s."
                .formatted(
                        reachedA < reachedB ? "A" : "B",
                        target,
                        duration(Math.min(reachedA, reachedB)),
                        reachedA < reachedB ? "B" : "A",
                        duration(Math.max(reachedA, reachedB))));
    }

    private double reached(Trace trace, double target) {
        return trace.rounds().stream()
                .filter(round -> round.value() != null && sense().gain(known(round.value()), target) >= 0)
                .mapToDouble(RoundView::elapsedMillis)
                .findFirst()
                .orElse(Double.NaN);
    }

    private List<String> answers() {
        SolutionView first = a.solution();
        SolutionView second = b.solution();
        if (first == null
                || second == null
                || first.bits().length() != second.bits().length()) {
            return List.of();
        }
        long apart = hamming(first.bits(), second.bits());
        int all = first.bits().length();
        if (apart == 0) {
            return List.of("The answers are the same, bit by bit.");
        }
        String mirrored = apart == all
                ? " They are mirrors of each other."
                : apart > all - apart
                        ? " With one of them mirrored it would be %s.".formatted(Figures.count(all - apart))
                        : "";
        return List.of("The answers differ in %s of %s variables (%s).%s"
                .formatted(Figures.count(apart), Figures.count(all), Figures.percent((double) apart / all), mirrored));
    }

    /** Returns in how many places two texts of the same length differ. */
    static long hamming(String one, String other) {
        return IntStream.range(0, one.length())
                .filter(i -> one.charAt(i) != other.charAt(i))
                .count();
    }

    /** Returns value and bound of both over time. */
    public ChartCard chart() {
        // From the start, at which nothing is known: a run of one round is a place on an axis then, and no axis alone.
        double[] millis = DoubleStream.concat(
                        DoubleStream.of(0),
                        Stream.of(a, b)
                                .flatMap(trace -> trace.rounds().stream())
                                .mapToDouble(RoundView::elapsedMillis))
                .distinct()
                .sorted()
                .toArray();
        String unit = Figures.currencySign(unit());
        return new ChartCard(
                "comparison",
                "Best answers over time",
                "Each run from its own start; a line ends where its run ended.",
                "Time (s)",
                unit.isEmpty() ? "Value" : "Value (" + unit + ")",
                "",
                "",
                IntStream.range(0, millis.length)
                        .mapToDouble(i -> millis[i] / 1_000)
                        .toArray(),
                List.of(
                        new Series("A", unit, "charge", Kind.STEP, false, false, each(millis, a::valueAt)),
                        new Series("B", unit, "alone", Kind.STEP, true, false, each(millis, b::valueAt))),
                List.of(),
                "",
                Scale.FIT);
    }

    /** Returns the bounds of both over time. */
    public ChartCard bounds() {
        ChartCard values = chart();
        double[] millis = IntStream.range(0, values.x().length)
                .mapToDouble(i -> Math.rint(values.x()[i] * 1_000))
                .toArray();
        String unit = Figures.currencySign(unit());
        return new ChartCard(
                "bounds",
                "Bounds over time",
                "What is proven that no answer can beat.",
                values.xTitle(),
                values.yTitle(),
                "",
                "",
                values.x(),
                List.of(
                        new Series("A", unit, "charge", Kind.STEP, false, false, each(millis, a::boundAt)),
                        new Series("B", unit, "alone", Kind.STEP, true, false, each(millis, b::boundAt))),
                List.of(),
                "",
                Scale.FIT);
    }

    private static double[] each(double[] millis, DoubleUnaryOperator of) {
        return Arrays.stream(millis).map(of).toArray();
    }

    private ObjectiveSense sense() {
        return a.run().sense();
    }

    private String unit() {
        return a.run().valueUnit();
    }

    /** Writes a figure for people. */
    private interface Writing {
        String of(double figure);
    }

    private Line line(String name, ToDoubleFunction<Trace> figure, Writing writing) {
        return new Line(name, written(figure.applyAsDouble(a), writing), written(figure.applyAsDouble(b), writing));
    }

    private static String written(double figure, Writing writing) {
        return Double.isFinite(figure) ? writing.of(figure) : UNKNOWN;
    }

    private static String duration(double millis) {
        return Figures.duration(Duration.ofMillis(Math.round(millis)));
    }

    private static double tookMillis(Trace trace) {
        RunView run = trace.run();
        return run.startedAt() == null || run.finishedAt() == null
                ? Double.NaN
                : Duration.between(run.startedAt(), run.finishedAt()).toMillis();
    }

    private static String given(Trace trace, String name) {
        return String.valueOf(trace.run().parameters().getOrDefault(name, UNKNOWN));
    }

    private static String revision(Trace trace) {
        SolutionView solution = trace.solution();
        return solution == null ? UNKNOWN : Figures.count(solution.revision());
    }

    private static double known(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }
}
