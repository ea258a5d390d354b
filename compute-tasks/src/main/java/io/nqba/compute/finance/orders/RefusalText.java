package io.nqba.compute.finance.orders;

import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.LimitRefusal;
import io.nqba.model.finance.OrderRequest;
import java.util.List;
import java.util.Locale;

/** Says why limits refused an order and what would have passed. */
final class RefusalText {
    private RefusalText() {}

    /** Returns a sentence per limit and one with the largest size that all of them let pass. */
    static String of(OrderRequest request, List<LimitRefusal> refusals) {
        StringBuilder text = new StringBuilder();
        long largest = request.shares();
        for (LimitRefusal refusal : refusals) {
            text.append(sentence(refusal)).append(' ');
            largest = Math.min(largest, refusal.largestShares());
        }
        return text.append(largest == 0 ? "No size would pass." : "At most %,d shares would pass.".formatted(largest))
                .toString();
    }

    private static String sentence(LimitRefusal refusal) {
        String what = measure(refusal.measure()) + (refusal.worst().isEmpty() ? "" : " of " + refusal.worst());
        return "Limit %s: %s would go from %s to %s, at most %s is allowed."
                .formatted(
                        refusal.limitId(),
                        what,
                        level(refusal.measure(), refusal.before()),
                        level(refusal.measure(), refusal.after()),
                        level(refusal.measure(), refusal.breachLevel()));
    }

    private static String measure(LimitMeasure measure) {
        return switch (measure) {
            case VALUE_AT_RISK_95 -> "value at risk (95 %)";
            case VALUE_AT_RISK_99 -> "value at risk (99 %)";
            case EXPECTED_SHORTFALL_95 -> "expected shortfall (95 %)";
            case EXPECTED_SHORTFALL_99 -> "expected shortfall (99 %)";
            case POSITION_WEIGHT -> "weight";
            case SECTOR_WEIGHT -> "weight of the sector";
            case ISSUER_WEIGHT -> "weight of the issuer";
            case LEVERAGE -> "leverage";
            case LIQUIDITY_DAYS -> "days to sell";
        };
    }

    private static String level(LimitMeasure measure, double level) {
        if (Double.isInfinite(level)) {
            return "no end";
        }
        return switch (measure) {
            case LIQUIDITY_DAYS -> String.format(Locale.ROOT, "%.1f days", level);
            case LEVERAGE -> String.format(Locale.ROOT, "%.2f times the net value", level);
            case VALUE_AT_RISK_95,
                    VALUE_AT_RISK_99,
                    EXPECTED_SHORTFALL_95,
                    EXPECTED_SHORTFALL_99,
                    POSITION_WEIGHT,
                    SECTOR_WEIGHT,
                    ISSUER_WEIGHT -> String.format(Locale.ROOT, "%.2f %% of the net value", 100 * level);
        };
    }
}
