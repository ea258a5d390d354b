package io.nqba.console.sales.revenue;

import io.nqba.model.sales.RevenueReport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How deals move through their stages.
 *
 * @param asOf last day that was looked at
 * @param level share that intervals shall hold
 * @param stages by stage, the second one by product too
 * @param ages what has become of deals by their age
 * @param notes what a reader must know
 */
record ConversionView(
        LocalDate asOf, double level, List<StageVelocityView> stages, List<AgeView> ages, List<String> notes) {

    /**
     * What has become of deals by an age.
     *
     * @param days age
     * @param won probability to be won by then
     * @param lost probability to be lost by then
     * @param chance probability that a deal that is open then is won one day
     */
    record AgeView(
            int days,
            @Nullable Double won,
            @Nullable Double lost,
            @Nullable Double chance) {}

    static ConversionView of(RevenueReport report) {
        int[] days = report.ageDays();
        double[] won = report.wonBy();
        double[] lost = report.lostBy();
        double[] chance = report.chance();
        return new ConversionView(
                LocalDate.ofEpochDay(report.asOfDay()),
                report.level(),
                Arrays.stream(report.stages()).map(StageVelocityView::of).toList(),
                IntStream.range(0, days.length)
                        .mapToObj(at -> new AgeView(
                                days[at],
                                SalesFigures.known(won[at]),
                                SalesFigures.known(lost[at]),
                                SalesFigures.known(chance[at])))
                        .toList(),
                List.of(report.notes()));
    }
}
