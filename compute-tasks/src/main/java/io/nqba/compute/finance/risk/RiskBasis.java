package io.nqba.compute.finance.risk;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Instrument;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.ignite.Ignite;

/**
 * What a book or portfolio holds, valued: the start of every risk figure. Immutable; arrays are shared and not changed.
 *
 * @param subject which book or portfolio
 * @param history prices it is valued at
 * @param assets instruments of the universe, in its order
 * @param exposures what was added up over the nodes
 * @param shares held of each instrument, shape {@code [assets]}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record RiskBasis(
        RiskSubject subject,
        PriceHistory history,
        List<Holdings.Asset> assets,
        Map<String, Instrument> instruments,
        ExposureSums exposures,
        double[] shares) {

    /** Adds up what the subject holds now. */
    static RiskBasis held(Ignite ignite, RiskSweeps sweeps, RiskSubject subject) {
        RiskBasis basis = withoutShares(ignite, sweeps, subject);
        return basis.with(basis.exposures().held());
    }

    /** Adds up what the subject holds, open orders counted where they make a position larger. */
    static RiskBasis heldAtWorst(Ignite ignite, RiskSweeps sweeps, RiskSubject subject) {
        RiskBasis basis = withoutShares(ignite, sweeps, subject);
        return basis.with(basis.exposures().heldAtWorst());
    }

    private static RiskBasis withoutShares(Ignite ignite, RiskSweeps sweeps, RiskSubject subject) {
        PriceHistory history = PriceHistory.of(ignite, subject.universeId());
        Map<String, Instrument> instruments =
                ignite.<String, Instrument>cache(CacheNames.INSTRUMENT).getAll(new HashSet<>(history.instrumentIds()));
        List<Holdings.Asset> assets = new ArrayList<>();
        for (String id : history.instrumentIds()) {
            Instrument instrument = instruments.get(id);
            double price = history.lastClose(id);
            assets.add(
                    instrument == null
                            ? new Holdings.Asset(id, "Unknown", id, price, 0)
                            : new Holdings.Asset(
                                    id,
                                    instrument.sector(),
                                    instrument.issuer(),
                                    price,
                                    instrument.averageDailyVolume()));
        }
        ExposureSums sums = sweeps.exposures(subject.scope(), subject.id(), history.instrumentIds());
        return new RiskBasis(subject, history, List.copyOf(assets), instruments, sums, new double[assets.size()]);
    }

    private RiskBasis with(double[] newShares) {
        return new RiskBasis(subject, history, assets, instruments, exposures, newShares);
    }

    /** Returns the scenarios of the universe: one less than its days. */
    int scenarios() {
        return Math.max(0, history.days().length - 1);
    }

    /** Returns the money in each instrument, shape {@code [assets]}. */
    double[] values() {
        Holdings holdings = holdings(new double[0]);
        double[] values = new double[shares.length];
        Arrays.setAll(values, holdings::value);
        return values;
    }

    /** @param profits profit on each day of the window, money; empty where nobody asks for tail losses */
    Holdings holdings(double[] profits) {
        return new Holdings(assets, shares, exposures.cash(), profits);
    }

    /** Returns the money in nothing but the market instrument; all zeros when the universe has none. */
    double[] market() {
        double[] values = new double[assets.size()];
        int row = history.row(history.universe().marketId());
        if (row >= 0) {
            values[row] = 1;
        }
        return values;
    }

    /** Returns which scenarios are used, and from which a tail loss is estimated. */
    RiskWindow window(double[] uncovered, int estimationDays) {
        double gross = holdings(new double[0]).grossValue();
        int first = 0;
        while (first < uncovered.length && uncovered[first] > gross / 2) {
            first++;
        }
        int usable = uncovered.length - first;
        if (usable < RiskWindow.LEAST_DAYS) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "There are prices for half of what %s (%s) holds on %d days only."
                            .formatted(subject.name(), subject.id(), usable),
                    "Load at least %d days of prices.".formatted(RiskWindow.LEAST_DAYS + 1));
        }
        return RiskWindow.of(first, uncovered.length, estimationDays);
    }
}
