package io.nqba.console.finance;

import io.nqba.model.finance.StressKind;
import io.nqba.model.finance.StressOutcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stress scenario does to a book or portfolio that is held through it.
 *
 * @param from last day before the window; null for shocks
 * @param to last day of the window; null for shocks
 * @param profit below 0 a loss, money
 * @param share profit per net value; null when there is none
 * @param worst instruments that lose most, worst first
 * @param uncoveredShare share of the exposure without a price in the window; it counts as unchanged
 */
public record StressView(
        String name,
        StressKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        double profit,
        @Nullable Double share,
        List<PartView> worst,
        double uncoveredShare) {

    public static StressView of(StressOutcome outcome) {
        boolean past = outcome.kind() == StressKind.HISTORICAL;
        return new StressView(
                outcome.name(),
                outcome.kind(),
                past ? LocalDate.ofEpochDay(outcome.fromDay()) : null,
                past ? LocalDate.ofEpochDay(outcome.toDay()) : null,
                outcome.profit(),
                RiskView.finite(outcome.share()),
                outcome.worst().stream()
                        .map(part -> new PartView(part.instrumentId(), part.change(), part.profit()))
                        .toList(),
                outcome.uncoveredShare());
    }

    /**
     * What it does to one instrument.
     *
     * @param change of its price
     * @param profit money
     */
    public record PartView(String instrumentId, double change, double profit) {}
}
