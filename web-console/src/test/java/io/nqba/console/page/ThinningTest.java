package io.nqba.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Series;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinningTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 1_000})
    void shortSeriesStayWhole(int length) {
        assertThat(Thinning.of(List.of(series(new double[length])), length)).hasSize(length);
    }

    @Test
    void peaksAndValleysOfEverySeriesStay() {
        double[] load = new double[8_760];
        double[] price = new double[8_760];
        load[4_321] = 99;
        price[77] = -5;

        int[] kept = Thinning.of(List.of(series(load), series(price)), load.length);

        assertThat(kept).contains(0, 77, 4_321, 8_759).isSorted().doesNotHaveDuplicates();
        assertThat(kept.length).isLessThanOrEqualTo(Thinning.MOST_POINTS + 2);
    }

    @Test
    void gapsInTheDataAreNoPeaks() {
        double[] values = IntStream.range(0, 5_000).mapToDouble(i -> Double.NaN).toArray();
        values[2_500] = 1;

        assertThat(Thinning.of(List.of(series(values)), values.length)).containsExactly(0, 2_500, 4_999);
    }

    @Test
    void aNameCannotEndTheScriptElement() {
        ChartCard card = new ChartCard(
                "c", "</script><b>", "", "", "", "", "", new double[0], List.of(), List.of(), "", ChartCard.Scale.FIT);

        assertThat(card.json()).doesNotContain("<").contains("\\u003c/script>");
    }

    private static Series series(double[] values) {
        return new Series("s", "kW", "after", Kind.LINE, false, false, values);
    }
}
