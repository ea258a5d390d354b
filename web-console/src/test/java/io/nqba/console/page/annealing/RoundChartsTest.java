package io.nqba.console.page.annealing;

import static io.nqba.console.page.annealing.Samples.round;
import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.annealing.RoundView;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Series;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundChartsTest {
    @Test
    void anExchangeThatImprovedIsAMarkAtItsRound() {
        ChartCard chart =
                charts(round(1, 10, false, "a"), round(2, 12, true, "a")).byNode();

        assertThat(series(chart, "Found by exchange")).containsExactly(Double.NaN, 12);
        assertThat(chart.answer()).startsWith("Exchange between the elites found a better answer in 1 of 2 rounds");
    }

    @Test
    void eachNodeHasALineThatEndsWhereItLeft() {
        ChartCard chart = charts(round(1, 10, false, "a", "b"), round(2, 12, false, "b", "c"))
                .byNode();

        assertThat(series(chart, "a")).containsExactly(10, Double.NaN);
        assertThat(series(chart, "c")).containsExactly(Double.NaN, 12);
    }

    @Test
    void ofManyNodesTheLastOnesShareALine() {
        RoundView round = round(1, 10, false, "a", "b", "c", "d", "e", "f");

        ChartCard chart = charts(round).proposals();

        assertThat(chart.series()).extracting(Series::name).containsExactly("a", "b", "c", "Other nodes");
        assertThat(series(chart, "Other nodes")).containsExactly(3);
    }

    @Test
    void aLineOfSeveralNodesShowsTheBetterOne() {
        RoundView round = new RoundView(
                1,
                1_000,
                14.0,
                null,
                false,
                1,
                0,
                5,
                8,
                Stream.of("a", "b", "c", "d", "e")
                        .map(name ->
                                new RoundView.NodeShareView(name, name, 1, 10.0 + name.charAt(0) - 'a', 1, 1, 1, 1))
                        .toList());

        assertThat(series(charts(round).byNode(), "Other nodes")).containsExactly(14);
        assertThat(series(charts(round).diversity(), "Difference")).containsExactly(Double.NaN);
    }

    @Test
    void aChartCanBeDrawnBeforeTheFirstRound() {
        RoundCharts charts = charts();

        assertThat(charts.byNode().drawable()).isTrue();
        assertThat(charts.closing().json()).contains("\"x\":[]");
        assertThat(charts.proposals().drawable()).isFalse();
    }

    private static RoundCharts charts(RoundView... rounds) {
        return RoundCharts.of(Samples.run("r", "p-1", 12.0), List.of(rounds));
    }

    private static double[] series(ChartCard chart, String name) {
        return chart.series().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }
}
