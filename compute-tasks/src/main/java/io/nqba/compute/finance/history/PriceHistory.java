package io.nqba.compute.finance.history;

import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.ReturnBlock;
import io.nqba.model.finance.ReturnBlockKey;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one universe at one revision, read from the copy that every node holds. A node keeps the latest revision
 * of each universe, so that asking again costs one look at the universe. Immutable and shared.
 */
public final class PriceHistory {
    private static final String SHELF = "nqba.finance.history";
    private static final int MOST_LOOKS = 20;

    private final Universe universe;
    private final List<String> instrumentIds;
    private final long[] days;
    private final double[][] closes;
    private final Map<String, Integer> rows = new HashMap<>();

    PriceHistory(Universe universe, double[][] closes) {
        this.universe = universe;
        this.instrumentIds = universe.instrumentIds();
        this.days = universe.days();
        this.closes = closes;
        for (int row = 0; row < instrumentIds.size(); row++) {
            rows.put(instrumentIds.get(row), row);
        }
    }

    /**
     * Returns the prices of a universe as they are now.
     *
     * @throws NqbaException if there is no such universe, or it never stood still while it was read
     */
    public static PriceHistory of(Ignite ignite, String universeId) {
        ConcurrentMap<String, ConcurrentMap<String, PriceHistory>> local =
                ignite.cluster().nodeLocalMap();
        ConcurrentMap<String, PriceHistory> shelf = local.computeIfAbsent(SHELF, key -> new ConcurrentHashMap<>());
        for (int look = 0; look < MOST_LOOKS; look++) {
            Universe universe = require(ignite, universeId);
            PriceHistory known = shelf.get(universeId);
            if (known != null && known.universe.revision() == universe.revision()) {
                return known;
            }
            double[][] closes = read(ignite, universe);
            // Prices and universe change in one transaction; the same revision on both sides means nothing came
            // between.
            if (closes != null && require(ignite, universeId).revision() == universe.revision()) {
                PriceHistory fresh = new PriceHistory(universe, closes);
                shelf.put(universeId, fresh);
                return fresh;
            }
        }
        throw new NqbaException(
                ErrorCode.GRID_TIMEOUT,
                "The prices of the universe (%s) changed at every one of %d looks.".formatted(universeId, MOST_LOOKS),
                "Try again; send price ticks in larger batches.");
    }

    private static Universe require(Ignite ignite, String universeId) {
        Universe universe = ignite.<String, Universe>cache(CacheNames.UNIVERSE).get(universeId);
        if (universe != null) {
            return universe;
        }
        var known = new TreeSet<String>();
        try (var all = ignite.<String, Universe>cache(CacheNames.UNIVERSE).query(new ScanQuery<String, Universe>())) {
            all.forEach(row -> known.add(row.getKey()));
        }
        String problem = "There is no universe (%s).".formatted(universeId);
        String remedy = known.isEmpty()
                ? "Load prices first: scripts/load.sh finance."
                : "Use one of: %s."
                        .formatted(String.join(", ", known.stream().limit(10).toList()));
        throw new NqbaException(
                ErrorCode.INVALID_PROBLEM,
                problem,
                remedy,
                List.of(new FieldProblem("universeId", universeId, problem, remedy)),
                null);
    }

    private static double @Nullable [][] read(Ignite ignite, Universe universe) {
        int instruments = universe.instrumentIds().size();
        int dayCount = universe.days().length;
        var cache = ignite.<ReturnBlockKey, ReturnBlock>cache(CacheNames.RETURN_MATRIX);
        double[][] closes = new double[instruments][];
        for (int block = 0; block < universe.blocks(); block++) {
            ReturnBlock stored = cache.get(new ReturnBlockKey(universe.universeId(), block));
            int first = block * ReturnBlock.INSTRUMENTS;
            int here = Math.min(ReturnBlock.INSTRUMENTS, instruments - first);
            if (stored == null || stored.closes().length != here || stored.closes()[0].length != dayCount) {
                return null;
            }
            System.arraycopy(stored.closes(), 0, closes, first, here);
        }
        return closes;
    }

    public Universe universe() {
        return universe;
    }

    /** Returns the instruments in the order of {@link #closes}. */
    public List<String> instrumentIds() {
        return instrumentIds;
    }

    /** Returns the days of trading, epoch days, ascending. Shared: do not change it. */
    public long[] days() {
        return days;
    }

    /** Returns adjusted closes, shape {@code [assets][days]}, not a number for a gap. Shared: do not change it. */
    public double[][] closes() {
        return closes;
    }

    /** Returns the row of an instrument in {@link #closes}; -1 when it is not in the universe. */
    public int row(String instrumentId) {
        Integer row = rows.get(instrumentId);
        return row == null ? -1 : row;
    }

    /** Returns the last day with prices, epoch day; {@link Long#MIN_VALUE} when there is none. */
    public long lastDay() {
        return days.length == 0 ? Long.MIN_VALUE : days[days.length - 1];
    }

    /** Returns the index of the first day at or after an epoch day: 0..days. */
    public int indexFrom(long day) {
        int at = Arrays.binarySearch(days, day);
        return at >= 0 ? at : -at - 1;
    }

    /** Returns the last price of an instrument; not a number when it never had one or is not in the universe. */
    public double lastClose(String instrumentId) {
        return closeAt(instrumentId, days.length - 1);
    }

    /** Returns the last price of an instrument up to a day by its index; not a number when there is none. */
    public double closeAt(String instrumentId, int dayIndex) {
        int row = row(instrumentId);
        if (row < 0) {
            return Double.NaN;
        }
        for (int t = dayIndex; t >= 0; t--) {
            if (!Double.isNaN(closes[row][t])) {
                return closes[row][t];
            }
        }
        return Double.NaN;
    }

    /**
     * Daily returns of some instruments.
     *
     * @param ids instruments, in the order of the rows wanted
     * @param fromDay first day whose price counts, epoch day
     * @param toDay last day whose price counts, epoch day, inclusive
     * @throws NqbaException naming the instruments that are not in the universe, or when there are fewer than two days
     */
    public ReturnMatrix returns(List<String> ids, long fromDay, long toDay) {
        List<FieldProblem> unknown = new ArrayList<>();
        for (String id : ids) {
            if (row(id) < 0) {
                unknown.add(new FieldProblem(
                        "instrumentIds",
                        id,
                        "It is not in universe (%s).".formatted(universe.universeId()),
                        "Leave it out."));
            }
        }
        if (!unknown.isEmpty() || ids.isEmpty()) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "%d of the %d instruments are not in universe (%s)."
                            .formatted(unknown.size(), ids.size(), universe.universeId()),
                    "Name at least one instrument, and only such as are in the universe.",
                    unknown,
                    null);
        }
        int from = indexFrom(fromDay);
        int to = toDay == Long.MAX_VALUE ? days.length : indexFrom(toDay + 1);
        if (to - from < 2) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "There are prices of %d days from day %d to day %d."
                            .formatted(Math.max(0, to - from), fromDay, toDay),
                    "Choose a range with at least two days of prices.");
        }
        double[][] prices = new double[ids.size()][];
        Arrays.setAll(prices, i -> Arrays.copyOfRange(closes[row(ids.get(i))], from, to));
        return ReturnMatrix.fromPrices(prices);
    }
}
