package io.nqba.console.page.finance;

import io.nqba.console.finance.FrontierPointView;
import io.nqba.console.finance.ProposalView;
import io.nqba.console.finance.ProposalView.Figures;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The efficient frontier with the portfolio as it is, the proposal and equal weights on it: volatility to the right, return upwards. */
final class FrontierChart {
    private static final double PERCENT = 100;

    private final List<FrontierPointView> points;
    private final @Nullable ProposalView proposal;
    private final double[] x;

    private FrontierChart(List<FrontierPointView> points, @Nullable ProposalView proposal) {
        this.points = points.stream()
                .sorted(Comparator.comparingDouble(FrontierPointView::volatility))
                .toList();
        this.proposal = proposal;
        DoubleStream marks = proposal == null
                ? DoubleStream.empty()
                : DoubleStream.of(
                        volatility(proposal.now()),
                        volatility(proposal.proposed()),
                        volatility(proposal.equalWeight()));
        x = DoubleStream.concat(points.stream().mapToDouble(point -> PERCENT * point.volatility()), marks)
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .toArray();
    }

    static ChartCard of(String runId, List<FrontierPointView> points, @Nullable ProposalView proposal) {
        FrontierChart chart = new FrontierChart(points, proposal);
        return new ChartCard(
                "frontier",
                "Efficient frontier",
                chart.answer(),
                "Volatility (% per year)",
                "Expected return (% per year)",
                "",
                "",
                chart.x,
                chart.series(),
                List.of(),
                points.isEmpty() ? "" : "/api/v1/goliath/portfolio-optimization/" + runId + "/frontier?format=csv",
                Scale.FIT);
    }

    private static double volatility(@Nullable Figures figures) {
        return figures == null ? Double.NaN : PERCENT * figures.volatility();
    }

    private List<Series> series() {
        if (proposal == null) {
            return points.isEmpty() ? List.of() : List.of(line());
        }
        var marks = new ArrayList<Series>();
        if (!points.isEmpty()) {
            marks.add(line());
        }
        if (proposal.now() != null) {
            marks.add(mark("Now", "before", proposal.now()));
        }
        marks.add(mark("Proposed", "price", proposal.proposed()));
        marks.add(mark("Equal weights", "alone", proposal.equalWeight()));
        return marks;
    }

    private Series line() {
        return new Series(
                "Frontier",
                "%",
                "bound",
                Kind.LINE,
                false,
                false,
                Arrays.stream(x).map(this::frontierAt).toArray());
    }

    /** Between two points of the frontier on the straight line, so that a mark between them does not break it. */
    private double frontierAt(double volatility) {
        for (int k = 0; k < points.size(); k++) {
            double right = PERCENT * points.get(k).volatility();
            if (right >= volatility) {
                if (right == volatility || k == 0) {
                    return right == volatility ? PERCENT * points.get(k).expectedReturn() : Double.NaN;
                }
                FrontierPointView before = points.get(k - 1);
                double left = PERCENT * before.volatility();
                double share = (volatility - left) / (right - left);
                return PERCENT
                        * (before.expectedReturn()
                                + share * (points.get(k).expectedReturn() - before.expectedReturn()));
            }
        }
        return Double.NaN;
    }

    private Series mark(String name, String colour, Figures figures) {
        double at = volatility(figures);
        return new Series(
                name,
                "%",
                colour,
                Kind.POINT,
                false,
                false,
                Arrays.stream(x)
                        .map(place -> place == at ? PERCENT * figures.expectedReturn() : Double.NaN)
                        .toArray());
    }

    private String answer() {
        if (proposal == null) {
            return "Its points come in as the nodes find them.";
        }
        Figures proposed = proposal.proposed();
        String words = "The proposal expects %s a year at a volatility of %s"
                .formatted(
                        PortfolioPage.percent(proposed.expectedReturn()), PortfolioPage.percent(proposed.volatility()));
        Figures now = proposal.now();
        return now == null
                ? words + "."
                : words
                        + ", the portfolio as it is %s at %s."
                                .formatted(
                                        PortfolioPage.percent(now.expectedReturn()),
                                        PortfolioPage.percent(now.volatility()));
    }
}
