package io.nqba.node.finance;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.PriceBar;
import io.nqba.model.finance.PriceBarKey;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.lifecycle.NodeContext;
import io.nqba.node.lifecycle.NodeModule;
import io.nqba.node.load.RowStreams;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an embedded grid a market and a book at the first start: sixty companies since 2018 and the twelve portfolios of
 * {@link DemoBook}. A grid that comes back later gets the days it missed, so that the last price is always that of
 * the last weekday. What was loaded or sent meanwhile stays. Acts on the oldest node only.
 */
public final class FinanceDataModule implements NodeModule {
    static final String UNIVERSE_ID = "demo";
    static final int COMPANIES = 60;
    static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 2);

    private static final Logger LOG = LoggerFactory.getLogger(FinanceDataModule.class);
    private static final long SEED = 1848;

    private final Clock clock;

    /** For the service loader. */
    public FinanceDataModule() {
        this(Clock.systemUTC());
    }

    FinanceDataModule(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public void start(NodeContext context) {
        if (!context.makesDemoData() || !isOldest(context.ignite())) {
            return;
        }
        load(context.ignite());
    }

    void load(Ignite ignite) {
        LocalDate yesterday = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(1);
        MarketGenerator market = new MarketGenerator(
                new MarketRecipe(UNIVERSE_ID, "Meridian universe", COMPANIES, FIRST_DAY, yesterday, SEED));
        long began = System.nanoTime();
        if (!ignite.cache(CacheNames.UNIVERSE).containsKey(UNIVERSE_ID)) {
            MarketLoad.silently(ignite).load(market, Integer.MAX_VALUE);
        } else {
            addMissingDays(ignite, market);
        }
        if (!ignite.cache(CacheNames.BOOK).containsKey(DemoBook.BOOK_ID)) {
            new DemoBook(ignite, UNIVERSE_ID).put();
            new DemoStrategies(ignite, UNIVERSE_ID).put(clock.millis());
        }
        LOG.info("Demo market ready. universe={} millis={}", UNIVERSE_ID, (System.nanoTime() - began) / 1_000_000);
    }

    /** Goes on from the prices that are there, with the changes of the generated ones. */
    private static void addMissingDays(Ignite ignite, MarketGenerator market) {
        PriceHistory history = PriceHistory.of(ignite, UNIVERSE_ID);
        Universe universe = history.universe();
        long[] missing = LongStream.of(market.days())
                .filter(day -> day > history.lastDay())
                .toArray();
        if (missing.length == 0
                || !universe.instrumentIds().equals(market.universe().instrumentIds())) {
            return;
        }
        int known = history.days().length;
        int generatedFrom = market.days().length - missing.length;
        long[] days = LongStream.concat(LongStream.of(history.days()), LongStream.of(missing))
                .toArray();
        double[][] closes = new double[market.size()][];
        try (RowStreams streams = new RowStreams(ignite, true)) {
            for (int i = 0; i < closes.length; i++) {
                GeneratedSeries series = market.series(i);
                double scale = scale(history, market.instrumentId(i), series, generatedFrom);
                closes[i] = Arrays.copyOf(history.closes()[i], days.length);
                Instrument instrument = market.instrument(i, series.last());
                var bars = market.bars(i, series, instrument);
                for (int t = 0; t < missing.length; t++) {
                    closes[i][known + t] = scale * series.adjusted(generatedFrom + t);
                    PriceBar bar = bars[generatedFrom + t];
                    if (bar != null) {
                        streams.add(
                                CacheNames.PRICE_BAR,
                                new PriceBarKey(instrument.instrumentId(), missing[t]),
                                scaled(bar, closes[i][known + t]));
                    }
                }
            }
        }
        new UniverseStore(ignite)
                .put(
                        new Universe(
                                UNIVERSE_ID,
                                universe.name(),
                                universe.currency(),
                                universe.instrumentIds(),
                                days,
                                0,
                                universe.marketId()),
                        closes);
    }

    /** What the generated prices are multiplied with to go on from the stored ones. */
    private static double scale(PriceHistory history, String id, GeneratedSeries series, int generatedFrom) {
        double stored = history.lastClose(id);
        boolean both = generatedFrom > 0 && series.isTraded(generatedFrom - 1) && !Double.isNaN(stored);
        return both ? stored / series.adjusted(generatedFrom - 1) : 1;
    }

    private static PriceBar scaled(PriceBar bar, double close) {
        double factor = close / bar.close();
        return new PriceBar(bar.open() * factor, bar.high() * factor, bar.low() * factor, close, close, bar.volume());
    }

    private static boolean isOldest(Ignite ignite) {
        ClusterNode oldest = ignite.cluster().forServers().forOldest().node();
        return oldest != null && oldest.isLocal();
    }
}
