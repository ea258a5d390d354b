package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says in words why no portfolio keeps every limit and which limit to relax by how much.
 *
 * <p>Elastic form: every limit may be broken at a price of 1 per unit. The limits with a price in that optimum contradict each other
 * (Farkas); each of them is then relaxed alone to see whether that is enough: those are part of every contradiction.
 */
final class Contradiction {
    private static final double NOTHING = 1e-9;

    private Contradiction() {}

    private record Way(String words, boolean budget, double relative) {}

    static NqbaException explain(PortfolioForm form, List<NamedRow> rows) {
        if (form.quiet()) {
            return new NqbaException(
                    ErrorCode.INFEASIBLE, "No portfolio keeps these limits.", "Relax one of the limits.");
        }
        double[] nothing =
                new double[rows.isEmpty() ? form.assets() : rows.get(0).exposures().length];
        ConvexProgram hard = form.program(null, nothing, 0, rows);
        List<NamedRow> all = new ArrayList<>(rows);
        double[] ones = new double[nothing.length];
        Arrays.fill(ones, 1);
        double total = form.budget();
        all.add(new NamedRow(PortfolioForm.BUDGET, NamedRow.Side.AT_MOST, ones, 0, 0, total));
        all.add(new NamedRow(PortfolioForm.BUDGET, NamedRow.Side.AT_LEAST, NamedRow.negative(ones), 0, 0, -total));
        boolean[] every = new boolean[all.size()];
        Arrays.fill(every, true);
        ProgramSolution broken = elastic(form, hard, all, every);
        if (worstOfTheOthers(form, all, -1, broken.x()) <= NOTHING) {
            return new NqbaException(
                    ErrorCode.KERNEL_DIVERGED,
                    "The optimiser found no answer although the limits can be kept.",
                    "Look for covariances, returns or limits of absurd size.");
        }
        List<Integer> conflict = new ArrayList<>();
        for (int i = 0; i < every.length; i++) {
            if (broken.lambda()[i] > 1e-4) {
                conflict.add(i);
            }
        }
        // What the weights sum to follows from the kind of portfolio; giving it up is offered only where nothing else
        // would do.
        List<Way> ways = new ArrayList<>();
        List<Integer> decisive = new ArrayList<>();
        for (int i : conflict) {
            boolean[] alone = new boolean[every.length];
            alone[i] = true;
            ProgramSolution relaxed = elastic(form, hard, all, alone);
            double change = breach(form, all.get(i), relaxed.x());
            if (change > NOTHING && worstOfTheOthers(form, all, i, relaxed.x()) <= 1e-7) {
                ways.add(way(all.get(i), change));
                decisive.add(i);
            }
        }
        boolean choice = ways.stream().anyMatch(way -> !way.budget);
        ways.removeIf(way -> choice && way.budget);
        ways.sort((a, b) -> Double.compare(a.relative, b.relative));
        return new NqbaException(
                ErrorCode.INFEASIBLE, problem(all, decisive.isEmpty() ? conflict : decisive), remedy(ways));
    }

    private static ProgramSolution elastic(PortfolioForm form, ConvexProgram hard, List<NamedRow> all, boolean[] soft) {
        double[][] cells = new double[all.size()][];
        double[] limits = new double[all.size()];
        double[] prices = new double[all.size()];
        for (int i = 0; i < prices.length; i++) {
            cells[i] = form.cells(all.get(i));
            limits[i] = form.limit(all.get(i));
            prices[i] = soft[i] ? 1 : 1e4;
        }
        ConvexProgram program = new ConvexProgram(
                null, hard.linear(), hard.lower(), hard.upper(), new double[0][], new double[0], cells, limits, prices);
        return ProgramSolver.nearest(program);
    }

    private static double breach(PortfolioForm form, NamedRow row, double[] x) {
        return Vectors.dot(form.cells(row), x) - form.limit(row);
    }

    private static double worstOfTheOthers(PortfolioForm form, List<NamedRow> all, int except, double[] x) {
        double worst = 0;
        for (int i = 0; i < all.size(); i++) {
            worst = i == except ? worst : Math.max(worst, breach(form, all.get(i), x));
        }
        return worst;
    }

    private static Way way(NamedRow row, double change) {
        boolean least = row.side() == NamedRow.Side.AT_LEAST;
        double enough = row.shownLimit() + (least ? -change : change);
        boolean budget = row.name().equals(PortfolioForm.BUDGET);
        String verb = least ? "lower" : "raise";
        String words = budget
                ? "set the %s to %s".formatted(row.name(), NamedRow.shown(enough))
                : "%s '%s' from %s to %s"
                        .formatted(verb, row.name(), NamedRow.shown(row.shownLimit()), NamedRow.shown(enough));
        return new Way(words, budget, change / (Math.abs(row.shownLimit()) + 1e-3));
    }

    private static String problem(List<NamedRow> all, List<Integer> conflict) {
        String names = conflict.stream().map(i -> quoted(all.get(i))).distinct().collect(Collectors.joining(", "));
        return "No portfolio keeps these limits together with the bounds of the assets: %s.".formatted(names);
    }

    private static String quoted(NamedRow row) {
        return row.name().equals(PortfolioForm.BUDGET)
                ? "%s of %s".formatted(row.name(), NamedRow.shown(row.shownLimit()))
                : "'%s'".formatted(row.words());
    }

    private static String remedy(List<Way> ways) {
        if (ways.isEmpty()) {
            return "Widen the bounds of the assets, or relax more than one of these limits.";
        }
        String best = ways.get(0).words;
        String rest = ways.stream().skip(1).limit(3).map(way -> way.words).collect(Collectors.joining("; or "));
        String first = Character.toUpperCase(best.charAt(0)) + best.substring(1);
        return rest.isEmpty()
                ? first + ", or widen the bounds of the assets."
                : "%s; or %s; or widen the bounds of the assets.".formatted(first, rest);
    }
}
