package io.nqba.model.finance;

import io.nqba.model.error.Require;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks for new weights of all mandates of a book: maximise the sum over them of capital · (expected return − ½ risk aversion · variance
 * − trading cost), each within its own mandate and all within the limits of the firm. Immutable; crosses the grid wire.
 */
public final class MandateRequest implements RunRequest {
    /** The last part of its REST path. */
    public static final String KIND = "mandate-optimization";

    /** More rows make messages of several megabytes a round. */
    public static final int MOST_LIMITS = 500;

    /** Where expected returns come from. */
    public enum ExpectedReturn {
        /** What the market has paid for each instrument's beta; cash earns nothing. */
        CAPM,
        /** Each instrument's mean return, by the year. */
        HISTORICAL_MEAN,
        /** The same with recent days weighing more, by a span of 500 days. */
        EXPONENTIAL
    }

    private final String bookId;
    private final List<FirmLimit> limits;
    private final ExpectedReturn expectedReturn;
    private final int historyDays;
    private final int factors;
    private final double leastInvested;
    private final double targetGap;
    private final int maxRounds;
    private final long timeLimitMillis;

    /**
     * @param bookId the {@link Book}
     * @param limits limits of the firm, each kind and name once
     * @param expectedReturn where expected returns come from
     * @param historyDays days of trading that risk and return are estimated from, 60..5,000
     * @param factors common factors of risk, 1..40
     * @param leastInvested least share of each mandate's capital that is invested, 0..1; the rest may stay cash
     * @param targetGap relative gap at which the run may stop, more than 0
     * @param maxRounds most rounds, 1 or more
     * @param timeLimitMillis longest time, milliseconds, 1 or more
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public MandateRequest(
            String bookId,
            List<FirmLimit> limits,
            ExpectedReturn expectedReturn,
            int historyDays,
            int factors,
            double leastInvested,
            double targetGap,
            int maxRounds,
            long timeLimitMillis) {
        this.bookId = Require.text("bookId", bookId);
        this.limits = distinct(limits);
        this.expectedReturn = expectedReturn;
        this.historyDays = (int) Require.within("historyDays", historyDays, 60, 5_000);
        this.factors = (int) Require.within("factors", factors, 1, 40);
        this.leastInvested = Require.fraction("leastInvested", leastInvested);
        this.targetGap = Require.finite("targetGap", Require.positive("targetGap", targetGap, ""), "");
        this.maxRounds = (int) Require.within("maxRounds", maxRounds, 1, 10_000);
        this.timeLimitMillis = Require.within("timeLimitMillis", timeLimitMillis, 1, 86_400_000L);
    }

    @Override
    public BusinessUnit unit() {
        return BusinessUnit.GOLIATH;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return bookId;
    }

    public String bookId() {
        return bookId;
    }

    public List<FirmLimit> limits() {
        return limits;
    }

    public ExpectedReturn expectedReturn() {
        return expectedReturn;
    }

    public int historyDays() {
        return historyDays;
    }

    public int factors() {
        return factors;
    }

    public double leastInvested() {
        return leastInvested;
    }

    @Override
    public double targetGap() {
        return targetGap;
    }

    @Override
    public int maxRounds() {
        return maxRounds;
    }

    @Override
    public long timeLimitMillis() {
        return timeLimitMillis;
    }

    private static List<FirmLimit> distinct(List<FirmLimit> limits) {
        Require.within("limits", limits.size(), 0, MOST_LIMITS);
        Set<String> seen = new HashSet<>();
        for (FirmLimit limit : limits) {
            if (!seen.add(limit.kind() + " " + limit.name())) {
                throw new IllegalArgumentException("The limits must name each kind and name once; %s %s is there twice."
                        .formatted(limit.kind(), limit.name()));
            }
        }
        return List.copyOf(limits);
    }

    @Override
    public String toString() {
        return "MandateRequest[%s, %d limits]".formatted(bookId, limits.size());
    }
}
