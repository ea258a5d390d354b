package io.nqba.model.finance;

import java.util.List;

/** What one run found for the firm as a whole. Stored under the run's id. */
public final class MandateReport {
    private final String runId;

    private final String bookId;

    private final String currency;

    private final long mandates;

    private final double capital;

    private final double turnover;

    private final double tradingCost;

    private final List<FirmLimitResult> limits;

    /**
     * @param runId the run
     * @param bookId the book
     * @param currency currency of the money
     * @param mandates mandates that took part
     * @param capital capital of all of them
     * @param turnover what they buy and sell together, money
     * @param tradingCost what that costs, money
     * @param limits limits in the order of the request
     */
    public MandateReport(
            String runId,
            String bookId,
            String currency,
            long mandates,
            double capital,
            double turnover,
            double tradingCost,
            List<FirmLimitResult> limits) {
        this.runId = runId;
        this.bookId = bookId;
        this.currency = currency;
        this.mandates = mandates;
        this.capital = capital;
        this.turnover = turnover;
        this.tradingCost = tradingCost;
        this.limits = List.copyOf(limits);
    }

    public String runId() {
        return runId;
    }

    public String bookId() {
        return bookId;
    }

    public String currency() {
        return currency;
    }

    public long mandates() {
        return mandates;
    }

    public double capital() {
        return capital;
    }

    public double turnover() {
        return turnover;
    }

    public double tradingCost() {
        return tradingCost;
    }

    public List<FirmLimitResult> limits() {
        return limits;
    }
}
