package io.nqba.compute.finance.risk;

import io.nqba.compute.finance.risk.LimitLevels.Level;
import io.nqba.model.finance.LimitRefusal;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.TailRisk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks an order against limits before it is accepted. A limit refuses an order that would leave its measure above the breach level
 * and worse than before; what brings a breached measure back is always allowed. Pure.
 *
 * @param asset place of the instrument in the universe
 * @param sign 1 for a purchase, -1 for a sale
 * @param shares how many, above 0
 * @param lotShares smallest number of shares traded at once
 */
record OrderCheck(int asset, int sign, long shares, int lotShares) {

    /**
     * Limits and what they look at: the book or the portfolio, open orders included.
     *
     * @param before what is held, open orders counted where they make a position larger
     * @param returns of the traded instrument on each day of the window, a gap as 0; empty where no limit asks for tail losses
     * @param tails tail losses with their backtests; empty where no limit asks for them
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Scope(Holdings before, List<RiskLimit> limits, double[] returns, List<TailRisk> tails) {
        Scope {
            limits = List.copyOf(limits);
            tails = List.copyOf(tails);
        }
    }

    /** Returns the limits that refuse the order; empty when it passes. */
    List<LimitRefusal> refusals(List<Scope> scopes) {
        List<LimitRefusal> refusals = new ArrayList<>();
        for (Scope scope : scopes) {
            Holdings after = traded(scope, shares);
            for (RiskLimit limit : scope.limits()) {
                LimitRefusal refusal = refusal(limit, scope, after);
                if (refusal != null) {
                    refusals.add(refusal);
                }
            }
        }
        return refusals;
    }

    private @Nullable LimitRefusal refusal(RiskLimit limit, Scope scope, Holdings after) {
        Level from = LimitLevels.touching(limit, scope.before(), asset);
        Level to = LimitLevels.touching(limit, after, asset);
        if (passes(limit, from.value(), to.value())) {
            return null;
        }
        return new LimitRefusal(
                limit.limitId(),
                limit.scope(),
                limit.measure(),
                to.worst(),
                from.value(),
                to.value(),
                limit.breachLevel(),
                largest(limit, scope, from.value()),
                RiskLimits.note(limit, scope.tails()));
    }

    private static boolean passes(RiskLimit limit, double from, double to) {
        return to <= limit.breachLevel() || to <= from;
    }

    private Holdings traded(Scope scope, long size) {
        return scope.before().after(asset, (double) sign * size, scope.returns());
    }

    /**
     * By halving over whole lots. All measures but the value at risk are convex in the size, so that what passes is one stretch from 0
     * on; the value at risk is nearly so. What is returned passes in any case.
     */
    private long largest(RiskLimit limit, Scope scope, double from) {
        long passing = 0;
        long failing = (shares + lotShares - 1) / lotShares;
        while (failing - passing > 1) {
            long middle = passing + (failing - passing) / 2;
            Holdings after = traded(scope, middle * lotShares);
            double to = LimitLevels.touching(limit, after, asset).value();
            if (passes(limit, from, to)) {
                passing = middle;
            } else {
                failing = middle;
            }
        }
        return passing * lotShares;
    }
}
