package io.nqba.console.finance;

import io.nqba.model.finance.Mandate;
import java.time.LocalDate;
import java.util.List;

/**
 * A portfolio at the last prices.
 *
 * @param value cash and positions
 * @param positions instruments held
 * @param pricedOn day of the prices
 */
public record PortfolioView(
        String id,
        String bookId,
        String name,
        String owner,
        String universeId,
        String currency,
        double value,
        double cash,
        int positions,
        LocalDate pricedOn,
        MandateView mandate) {
    /**
     * What the owner allows.
     *
     * @param riskAversion how much yearly variance weighs against yearly return
     * @param costPerUnit cost of trading as a share of the value traded
     * @param instrumentIds instruments it may hold; empty for the whole universe
     */
    public record MandateView(
            double riskAversion, double minWeight, double maxWeight, double costPerUnit, List<String> instrumentIds) {
        public MandateView {
            instrumentIds = List.copyOf(instrumentIds);
        }

        static MandateView of(Mandate mandate) {
            return new MandateView(
                    mandate.riskAversion(),
                    mandate.minWeight(),
                    mandate.maxWeight(),
                    mandate.costPerUnit(),
                    mandate.instrumentIds());
        }
    }
}
