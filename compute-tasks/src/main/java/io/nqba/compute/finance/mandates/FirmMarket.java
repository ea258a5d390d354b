package io.nqba.compute.finance.mandates;

import io.nqba.compute.finance.history.PortfolioBook;
import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.compute.kernel.mandate.FactorModel;
import io.nqba.compute.kernel.mandate.FirmRows;
import io.nqba.compute.kernel.mandate.MandateUniverse;
import io.nqba.compute.kernel.portfolio.ExpectedReturns;
import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.MandateRequest;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.ignite.Ignite;

/**
 * What all mandates of a run see: prices, risk, expected returns and the firm's limits as rows. Made from rows that every node has, in
 * the same order, so that it has the same bits everywhere.
 */
final class FirmMarket {
    static final double DAYS_PER_YEAR = 252;
    /** Money that counts as 1 in costs and usages. */
    static final double MONEY_UNIT = 1e6;

    private static final double EXPONENTIAL_SPAN = 500;
    /** Fewer returns than this say little about the risk of an instrument. */
    private static final int FEWEST_RETURNS = 60;
    /** Prices beyond this are no longer a trade-off: nobody gives up five times an exposure in a year to keep it. */
    static final double CAP_PENALTY = 5;

    private static final double TYPICAL_PRICE = 0.05;

    private final MandateRequest request;
    private final Book book;
    private final PriceHistory history;
    private final List<Instrument> instruments;
    private final Map<String, Integer> position = new HashMap<>();
    private final ReturnMatrix returns;
    private final LimitRows limitRows;

    private FirmMarket(
            MandateRequest request,
            Book book,
            PriceHistory history,
            List<Instrument> instruments,
            ReturnMatrix returns) {
        this.request = request;
        this.book = book;
        this.history = history;
        this.instruments = instruments;
        this.returns = returns;
        for (int j = 0; j < instruments.size(); j++) {
            position.put(instruments.get(j).instrumentId(), j);
        }
        limitRows = new LimitRows(request.limits(), instruments, history, returns);
    }

    /**
     * Reads what a request needs.
     *
     * @throws NqbaException if the book or its universe does not exist, hardly any instrument can be priced, or a limit names nothing
     */
    static FirmMarket read(Ignite ignite, MandateRequest request) {
        Book book = PortfolioBook.requireBook(ignite, request.bookId());
        PriceHistory history = PriceHistory.of(ignite, book.universeId());
        long lastDay = history.lastDay();
        int from = Math.max(0, history.days().length - request.historyDays() - 1);
        Map<String, Instrument> known = ignite.<String, Instrument>cache(CacheNames.INSTRUMENT)
                .getAll(new LinkedHashSet<>(history.instrumentIds()));
        List<Instrument> usable = new ArrayList<>();
        for (String id : history.instrumentIds()) {
            Instrument instrument = known.get(id);
            if (instrument != null && instrument.isTraded(lastDay) && moves(history, id, from)) {
                usable.add(instrument);
            }
        }
        if (usable.size() < 2) {
            throw tooFew(book, usable.size());
        }
        List<String> ids = usable.stream().map(Instrument::instrumentId).toList();
        ReturnMatrix returns = history.returns(ids, history.days()[from], lastDay);
        return new FirmMarket(request, book, history, usable, returns);
    }

    /** Whether there are enough prices in the window, and not all the same. */
    private static boolean moves(PriceHistory history, String id, int from) {
        double[] closes = history.closes()[history.row(id)];
        double[] present = Arrays.stream(closes, from, closes.length)
                .filter(close -> !Double.isNaN(close))
                .toArray();
        return present.length > FEWEST_RETURNS
                && Arrays.stream(present)
                                .distinct()
                                .limit(FEWEST_RETURNS / 2 + 1L)
                                .count()
                        > FEWEST_RETURNS / 2;
    }

    private static NqbaException tooFew(Book book, int usable) {
        String problem = "Universe (%s) has %d instruments with prices of at least %d days."
                .formatted(book.universeId(), usable, FEWEST_RETURNS);
        String remedy = "Load a longer history, or ask for more historyDays.";
        return new NqbaException(
                ErrorCode.INVALID_PROBLEM,
                problem,
                remedy,
                List.of(new FieldProblem("historyDays", "", problem, remedy)),
                null);
    }

    /** Estimates risk and return; the costly part, needed where subproblems are solved. */
    MandateUniverse universe() {
        FactorModel model = FactorModel.estimate(returns, request.factors(), DAYS_PER_YEAR);
        double[] expected = switch (request.expectedReturn()) {
            case CAPM -> ExpectedReturns.capm(returns, null, 0, DAYS_PER_YEAR);
            case HISTORICAL_MEAN -> ExpectedReturns.historicalMean(returns, DAYS_PER_YEAR);
            case EXPONENTIAL -> ExpectedReturns.exponentiallyWeighted(returns, EXPONENTIAL_SPAN, DAYS_PER_YEAR);
        };
        return new MandateUniverse(model, expected, FirmRows.of(limitRows.rows(), instruments.size()), MONEY_UNIT);
    }

    SharedLimits limits() {
        return new SharedLimits(limitRows.caps(), 0, CAP_PENALTY).withExactAnswers(TYPICAL_PRICE);
    }

    LimitRows limitRows() {
        return limitRows;
    }

    MandateRequest request() {
        return request;
    }

    Book book() {
        return book;
    }

    PriceHistory history() {
        return history;
    }

    /** Returns the instruments that mandates choose from, in the order of the universe. */
    List<Instrument> instruments() {
        return instruments;
    }

    /** Returns the position of an instrument among them; -1 when it cannot be chosen. */
    int position(String instrumentId) {
        return position.getOrDefault(instrumentId, -1);
    }
}
