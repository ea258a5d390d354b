package io.nqba.console.page.finance;

import io.nqba.console.page.Figures;
import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.LimitUse;

/**
 * A limit and how much of it is used.
 *
 * @param what measure and what it concerns
 * @param use share of the breach level, 0 to 1000, for the bar
 * @param backtest of a tail loss; empty for others
 */
public record LimitRow(
        String id,
        String what,
        String level,
        String warn,
        String breach,
        String used,
        double use,
        String status,
        String statusClass,
        String backtest) {

    /** Limits that a mandate itself sets are named after it; they are no rows that somebody stores. */
    private static final String OF_MANDATE = "mandate:";

    /** Returns whether the limit can be changed here. */
    public boolean stored() {
        return !id.startsWith(OF_MANDATE);
    }

    static LimitRow of(LimitUse use) {
        LimitMeasure measure = use.limit().measure();
        double share = use.level() / use.limit().breachLevel();
        return new LimitRow(
                use.limit().limitId(),
                name(measure) + (use.worst().isEmpty() ? "" : " · " + use.worst()),
                level(measure, use.level()),
                level(measure, use.limit().warnLevel()),
                level(measure, use.limit().breachLevel()),
                Double.isFinite(share) ? Figures.number(100 * share, 0) + "\u00a0%" : "no end",
                1000 * Math.min(1, Double.isFinite(share) ? share : 1),
                switch (use.status()) {
                    case OK -> "ok";
                    case WARN -> "warning";
                    case BREACH -> "breach";
                },
                switch (use.status()) {
                    case OK -> "badge-state--succeeded";
                    case WARN -> "badge-state--cancelled";
                    case BREACH -> "badge-state--failed";
                },
                use.note());
    }

    private static String level(LimitMeasure measure, double level) {
        return measure == LimitMeasure.LIQUIDITY_DAYS
                ? Figures.number(level, 1) + "\u00a0d"
                : Figures.number(100 * level, 2) + "\u00a0%";
    }

    static String name(LimitMeasure measure) {
        return switch (measure) {
            case VALUE_AT_RISK_95 -> "Value at risk, 95 %";
            case VALUE_AT_RISK_99 -> "Value at risk, 99 %";
            case EXPECTED_SHORTFALL_95 -> "Expected shortfall, 95 %";
            case EXPECTED_SHORTFALL_99 -> "Expected shortfall, 99 %";
            case POSITION_WEIGHT -> "Position";
            case SECTOR_WEIGHT -> "Sector";
            case ISSUER_WEIGHT -> "Issuer";
            case LEVERAGE -> "Leverage";
            case LIQUIDITY_DAYS -> "Days to sell";
        };
    }
}
