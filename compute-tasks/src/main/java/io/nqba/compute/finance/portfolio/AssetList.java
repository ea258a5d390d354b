package io.nqba.compute.finance.portfolio;

import io.nqba.compute.finance.history.PortfolioBook;
import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.finance.Position;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/**
 * The instruments of a request: those to choose from, then those that are held and must be sold.
 *
 * @param chosen how many of {@code ids} may be held
 * @param ids every instrument that has a weight
 * @param instruments what is known of them, in the same order
 * @param prices of one share, in the same order
 * @param shares held now, in the same order
 * @param leftOut what could have been chosen but cannot be judged or bought, with the reason
 * @param kept positions that stay as they are, with the reason
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record AssetList(
        int chosen,
        List<String> ids,
        List<Instrument> instruments,
        double[] prices,
        double[] shares,
        List<String> leftOut,
        List<String> kept) {
    /** Fewer prices tell nothing about an instrument. */
    static final int LEAST_PRICES = 30;

    private static final String UNKNOWN = "Unknown";

    static AssetList of(
            Ignite ignite,
            PortfolioRequest request,
            @Nullable Portfolio portfolio,
            PriceHistory history,
            List<FieldProblem> problems) {
        return new Reader(ignite, request, portfolio, history).read(problems);
    }

    private static final class Reader {
        private final PortfolioRequest request;
        private final @Nullable Portfolio portfolio;
        private final PriceHistory history;
        private final SortedMap<String, Position> positions;
        private final Map<String, Instrument> known = new HashMap<>();
        private final List<String> leftOut = new ArrayList<>();
        private final List<String> kept = new ArrayList<>();

        Reader(Ignite ignite, PortfolioRequest request, @Nullable Portfolio portfolio, PriceHistory history) {
            this.request = request;
            this.portfolio = portfolio;
            this.history = history;
            positions = portfolio == null ? new TreeMap<>() : PortfolioBook.positions(ignite, portfolio.portfolioId());
            var all = new TreeSet<>(positions.keySet());
            all.addAll(wished());
            ignite.<String, Instrument>cache(CacheNames.INSTRUMENT)
                    .getAll(all)
                    .forEach((id, instrument) -> known.put(id, instrument));
        }

        private Collection<String> wished() {
            if (!request.instrumentIds().isEmpty()) {
                return request.instrumentIds();
            }
            boolean mandated =
                    portfolio != null && !portfolio.mandate().instrumentIds().isEmpty();
            return mandated && portfolio != null ? portfolio.mandate().instrumentIds() : history.instrumentIds();
        }

        AssetList read(List<FieldProblem> problems) {
            var ids = new LinkedHashSet<String>();
            var wished = new ArrayList<>(wished());
            // In the order of the universe, so that the same choice in another order is the same problem.
            wished.sort((a, b) -> Integer.compare(history.row(a), history.row(b)));
            for (String id : wished) {
                if (history.row(id) < 0) {
                    problems.add(unknown(id));
                } else {
                    String reason = unusable(id);
                    if (reason.isEmpty()) {
                        ids.add(id);
                    } else {
                        leftOut.add(id + " " + reason);
                    }
                }
            }
            int chosen = ids.size();
            for (String id : positions.keySet()) {
                String reason = history.row(id) < 0 ? "is not in the universe" : unusable(id);
                if (reason.isEmpty()) {
                    ids.add(id);
                } else {
                    kept.add(id + " " + reason);
                }
            }
            return new AssetList(
                    chosen,
                    List.copyOf(ids),
                    ids.stream().map(this::instrument).toList(),
                    ids.stream().mapToDouble(history::lastClose).toArray(),
                    ids.stream().mapToDouble(this::shares).toArray(),
                    List.copyOf(leftOut),
                    List.copyOf(kept));
        }

        private FieldProblem unknown(String id) {
            int at = request.instrumentIds().indexOf(id);
            return new FieldProblem(
                    at < 0 ? "portfolioId" : "instrumentIds[%d]".formatted(at),
                    at < 0 ? request.portfolioId() : id,
                    "%s is not in the universe (%s)."
                            .formatted(id, history.universe().universeId()),
                    at < 0
                            ? "Send instrumentIds: the mandate names an instrument without prices."
                            : "Leave it out, or choose the universe that has it.");
        }

        /** Returns why an instrument cannot be judged or traded; empty where it can. */
        private String unusable(String id) {
            Instrument instrument = known.get(id);
            if (instrument != null && instrument.delistedDay() <= history.lastDay()) {
                return "is not traded any more";
            }
            int from = history.indexFrom(request.fromDay());
            int to = request.toDay() == Long.MAX_VALUE ? history.days().length : history.indexFrom(request.toDay() + 1);
            double[] closes = history.closes()[history.row(id)];
            int count = 0;
            for (int t = from; t < to; t++) {
                count += Double.isNaN(closes[t]) ? 0 : 1;
            }
            return count >= LEAST_PRICES
                    ? ""
                    : "has prices of only %d days, %d are needed".formatted(count, LEAST_PRICES);
        }

        private Instrument instrument(String id) {
            Instrument found = known.get(id);
            return found != null
                    ? found
                    : new Instrument(
                            id,
                            id,
                            id,
                            UNKNOWN,
                            history.universe().currency(),
                            1,
                            0,
                            0,
                            Long.MIN_VALUE,
                            Instrument.NOT_DELISTED);
        }

        private double shares(String id) {
            Position held = positions.get(id);
            return held == null ? 0 : held.shares();
        }
    }
}
