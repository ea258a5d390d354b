package io.nqba.console.page.annealing;

import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.RoundView.NodeShareView;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.model.optimisation.ObjectiveSense;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which node has which line in a chart. A chart holds few lines before it can no longer be read: of many nodes the first
 * ones have their own, the others share one.
 *
 * @param own names of the nodes with a line of their own
 * @param shared whether further nodes share one line
 */
record NodeLines(List<String> own, boolean shared) {
    /** Name of the line that nodes share; the browser code knows it too. */
    static final String OTHERS = "Other nodes";

    private static final int MOST_LINES = 4;
    private static final List<String> COLOURS = List.of("charge", "alone", "price", "carbon");

    NodeLines {
        own = List.copyOf(own);
    }

    static NodeLines of(List<RoundView> rounds) {
        Set<String> names = new LinkedHashSet<>();
        rounds.forEach(round -> round.nodes().forEach(share -> names.add(nameOf(share))));
        List<String> all = List.copyOf(names);
        return all.size() <= MOST_LINES
                ? new NodeLines(all, false)
                : new NodeLines(all.subList(0, MOST_LINES - 1), true);
    }

    /** Returns the best value each line knows, round by round; a node that is away has none. */
    List<Series> best(List<RoundView> rounds, String unit, ObjectiveSense sense) {
        return series(rounds, unit, NodeLines::value, (a, b) -> sense.gain(b, a) > 0 ? b : a);
    }

    /** Returns what each line does a second, round by round; nodes that share a line add up. */
    List<Series> perSecond(List<RoundView> rounds, String unit, ToDoubleFunction<NodeShareView> count, double scale) {
        return series(rounds, unit, share -> perSecond(share, count) / scale, Double::sum);
    }

    /** Returns a count a second of the node; NaN where it did not search. Its workers search side by side. */
    static double perSecond(NodeShareView share, ToDoubleFunction<NodeShareView> count) {
        double millis = (double) share.searchMillis() / Math.max(1, share.workers());
        return millis > 0 ? count.applyAsDouble(share) * 1_000 / millis : Double.NaN;
    }

    /** Returns what people call the node; a node without a name has the beginning of its id. */
    static String nameOf(NodeShareView share) {
        String name = share.nodeName();
        return name.isEmpty()
                ? share.nodeId().substring(0, Math.min(8, share.nodeId().length()))
                : name;
    }

    /** Joins the figures of nodes that share a line. */
    private interface Join {
        double of(double one, double other);
    }

    private List<Series> series(
            List<RoundView> rounds, String unit, ToDoubleFunction<NodeShareView> figure, Join join) {
        List<Series> lines = new ArrayList<>();
        for (int i = 0; i < own.size() + (shared ? 1 : 0); i++) {
            String name = i < own.size() ? own.get(i) : OTHERS;
            double[] values = rounds.stream()
                    .mapToDouble(round -> joined(round, name, figure, join))
                    .toArray();
            // Every second line is dashed: a colour alone must not tell lines apart.
            lines.add(new Series(name, unit, COLOURS.get(i), Kind.LINE, i % 2 == 1, false, values));
        }
        return lines;
    }

    private double joined(RoundView round, String line, ToDoubleFunction<NodeShareView> figure, Join join) {
        double sum = Double.NaN;
        for (NodeShareView share : round.nodes()) {
            double value = figure.applyAsDouble(share);
            if (line.equals(lineOf(nameOf(share))) && Double.isFinite(value)) {
                sum = Double.isNaN(sum) ? value : join.of(sum, value);
            }
        }
        return sum;
    }

    private @Nullable String lineOf(String node) {
        if (own.contains(node)) {
            return node;
        }
        return shared ? OTHERS : null;
    }

    private static double value(NodeShareView share) {
        Double value = share.value();
        return value == null ? Double.NaN : value;
    }
}
