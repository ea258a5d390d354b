package io.nqba.node.finance;

import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.PriceBar;
import io.nqba.model.finance.PriceBarKey;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.load.RowStreams;
import java.time.Duration;
import java.util.Locale;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/** Streams a generated market into the grid. The universe comes last: where it is, the load was complete. */
public final class MarketLoad {
    private final Ignite ignite;
    private final ProgressLine progress;

    MarketLoad(Ignite ignite, ProgressLine progress) {
        this.ignite = ignite;
        this.progress = progress;
    }

    /** Returns a loader that shows nobody how far it is. */
    public static MarketLoad silently(Ignite ignite) {
        return new MarketLoad(ignite, ProgressLine.silent());
    }

    /**
     * Loads a market.
     *
     * @param barDays how many of the last days get rows of trading; closes are stored for all
     */
    public Universe load(MarketGenerator generator, int barDays) {
        long began = System.nanoTime();
        double[][] closes = new double[generator.size()][];
        long[] days = generator.days();
        int firstBar = Math.max(0, days.length - barDays);
        progress.begin("Generating " + generator.recipe().universeId(), generator.size());
        long rows;
        try (RowStreams streams = new RowStreams(ignite, true)) {
            for (int i = 0; i < closes.length; i++) {
                GeneratedSeries series = generator.series(i);
                Instrument instrument = generator.instrument(i, series.last());
                streams.add(CacheNames.INSTRUMENT, instrument.instrumentId(), instrument);
                addBars(generator.bars(i, series, instrument), instrument.instrumentId(), days, firstBar, streams);
                closes[i] = series.adjusted();
                progress.advance(1);
            }
            rows = streams.rows();
        }
        Universe stored = new UniverseStore(ignite).put(generator.universe(), closes);
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3;
        progress.end(String.format(
                Locale.ROOT,
                "%,d instruments, %,d days, %,d rows in %.1f s (%,.0f rows/s)",
                closes.length,
                days.length,
                rows,
                seconds,
                rows / Math.max(1e-3, seconds)));
        return stored;
    }

    private static void addBars(
            @Nullable PriceBar[] bars, String instrumentId, long[] days, int firstBar, RowStreams streams) {
        for (int t = firstBar; t < bars.length; t++) {
            PriceBar bar = bars[t];
            if (bar != null) {
                streams.add(CacheNames.PRICE_BAR, new PriceBarKey(instrumentId, days[t]), bar);
            }
        }
    }
}
