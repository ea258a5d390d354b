package io.nqba.console.finance;

import io.nqba.model.finance.FirmLimit;
import java.util.List;

/**
 * What one run found for the firm as a whole. Money in the currency given.
 *
 * @param mandates mandates that took part
 * @param capital capital of all of them
 * @param turnover what they buy and sell together
 * @param tradingCost what that costs
 * @param limits limits in the order of the request
 */
public record FirmReportView(
        String runId,
        String bookId,
        String currency,
        long mandates,
        double capital,
        double turnover,
        double tradingCost,
        List<LimitUse> limits) {
    /** Copies the limits. */
    public FirmReportView {
        limits = List.copyOf(limits);
    }

    /**
     * How a limit is used and what it costs.
     *
     * @param most what is allowed, in the unit of the kind
     * @param useNow use of the present holdings
     * @param useAlone use if every mandate minded itself only
     * @param use use of the proposed weights
     * @param shadowPrice what all mandates together would gain by one more unit of the limit, money per year
     * @param words the same in a sentence
     */
    public record LimitUse(
            FirmLimit.Kind kind,
            String name,
            double most,
            double useNow,
            double useAlone,
            double use,
            double shadowPrice,
            String words) {}
}
