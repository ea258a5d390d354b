package io.nqba.console.page.annealing;

import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.RoundView.NodeShareView;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of an annealing run, round by round. The browser adds later rounds to them by the names of their series.
 *
 * @param byNode best answer of all and of each node, with the rounds in which an exchange improved it
 * @param closing best answer and bound
 * @param diversity how unlike the elites are, and how many
 * @param proposals flips proposed a second by each node
 * @param flips flips made a second by each node
 */
record RoundCharts(ChartCard byNode, ChartCard closing, ChartCard diversity, ChartCard proposals, ChartCard flips) {
    static final String BEST = "Best answer";
    static final String BOUND = "Bound";
    static final String EXCHANGE = "Found by exchange";

    private static final double MILLION = 1e6;

    static RoundCharts of(RunView run, List<RoundView> rounds) {
        NodeLines lines = NodeLines.of(rounds);
        return new RoundCharts(
                byNode(run, rounds, lines),
                closing(run, rounds),
                diversity(rounds),
                throughput(rounds, lines, "proposals", "Proposals a second", NodeShareView::proposals),
                throughput(rounds, lines, "flips", "Flips a second", NodeShareView::flips));
    }

    private static ChartCard byNode(RunView run, List<RoundView> rounds, NodeLines lines) {
        String unit = Figures.currencySign(run.valueUnit());
        List<Series> series = new ArrayList<>();
        series.add(new Series(BEST, unit, "after", Kind.STEP, false, false, values(rounds, RoundView::value)));
        series.add(
                new Series(EXCHANGE, unit, "bound", Kind.POINT, false, false, values(rounds, RoundCharts::exchanged)));
        series.addAll(lines.best(rounds, unit, run.sense()));
        return chart(
                "by-node",
                "Best answer by node",
                exchanges(rounds),
                axis("Value", unit),
                "",
                rounds,
                series,
                Scale.FIT);
    }

    private static @Nullable Double exchanged(RoundView round) {
        return round.improvedByExchange() ? round.value() : null;
    }

    private static String exchanges(List<RoundView> rounds) {
        long found = rounds.stream().filter(RoundView::improvedByExchange).count();
        if (rounds.isEmpty()) {
            return "Each node searches by itself; a mark shows where an exchange between them found something better.";
        }
        return found == 0
                ? "No exchange between the nodes has found a better answer yet; a mark shows where one does."
                : "Exchange between the elites found a better answer in %s of %s rounds, marked."
                        .formatted(Figures.count(found), Figures.count(rounds.size()));
    }

    private static ChartCard closing(RunView run, List<RoundView> rounds) {
        String unit = Figures.currencySign(run.valueUnit());
        return chart(
                "closing",
                "Best answer and bound",
                "What we have and what nobody can beat.",
                axis("Value", unit),
                "",
                rounds,
                List.of(
                        new Series(BEST, unit, "after", Kind.STEP, false, false, values(rounds, RoundView::value)),
                        new Series(BOUND, unit, "bound", Kind.STEP, true, false, values(rounds, RoundView::bound))),
                Scale.FIT);
    }

    private static ChartCard diversity(List<RoundView> rounds) {
        double[] percent = rounds.stream()
                .mapToDouble(round -> round.poolSize() < 2 ? Double.NaN : 100 * round.diversity())
                .toArray();
        double[] size = rounds.stream().mapToDouble(RoundView::poolSize).toArray();
        return chart(
                "diversity",
                "Diversity of the elites",
                "How many variables two of the best answers differ in, on average; near zero the search is of one mind.",
                "Difference (%)",
                "Elites",
                rounds,
                List.of(
                        new Series("Difference", "%", "price", Kind.LINE, false, false, percent),
                        new Series("Elites", "", "before", Kind.STEP, true, true, size)),
                Scale.ZERO);
    }

    private static ChartCard throughput(
            List<RoundView> rounds, NodeLines lines, String id, String title, ToDoubleFunction<NodeShareView> count) {
        String answer = id.equals("proposals")
                ? "How many changes each node tries; a line ends where a node left and begins where one joined."
                : "How many of them it makes; the share falls as answers get better.";
        return chart(
                id,
                title,
                answer,
                "Millions a second",
                "",
                rounds,
                lines.perSecond(rounds, "M/s", count, MILLION),
                Scale.ZERO);
    }

    private static ChartCard chart(
            String id,
            String title,
            String answer,
            String yTitle,
            String y2Title,
            List<RoundView> rounds,
            List<Series> series,
            Scale scale) {
        double[] x = rounds.stream().mapToDouble(RoundView::round).toArray();
        return new ChartCard(id, title, answer, "Round", yTitle, y2Title, "", x, series, List.of(), "", scale);
    }

    private static String axis(String name, String unit) {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    /** What a round may know. */
    private interface Figure {
        @Nullable
        Double of(RoundView round);
    }

    private static double[] values(List<RoundView> rounds, Figure figure) {
        return rounds.stream()
                .mapToDouble(round -> {
                    Double value = figure.of(round);
                    return value == null ? Double.NaN : value;
                })
                .toArray();
    }
}
