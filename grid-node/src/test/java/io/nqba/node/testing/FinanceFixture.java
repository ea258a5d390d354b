package io.nqba.node.testing;

import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.Mandate;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.PositionKey;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;

/**
 * A small book in a test grid, always the same: eight instruments of three sectors over {@link #DAYS} weekdays, of which
 * {@code I7} is listed on day 100 and {@code I3} has a gap of five days; {@code I0} stands for the market. Three
 * portfolios: {@code p-balanced} holds all but cash little, {@code p-narrow} two instruments, {@code p-short} is long and short.
 */
public final class FinanceFixture {
    public static final String UNIVERSE = "tiny";
    public static final String BOOK = "tiny-book";
    public static final int INSTRUMENTS = 8;
    public static final int DAYS = 520;
    public static final int LISTED_LATE = 100;
    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    public static final Mandate MANDATE = new Mandate(4, 0, 0.4, 0.001, List.of());
    public static final List<String> PORTFOLIOS = List.of("p-balanced", "p-narrow", "p-short");

    private static final List<String> SECTORS = List.of("Energy", "Health", "Software");

    private FinanceFixture() {}

    /** Stores everything; returns the universe. */
    public static Universe put(Ignite ignite) {
        for (int i = 0; i < INSTRUMENTS; i++) {
            ignite.cache(CacheNames.INSTRUMENT).put(id(i), instrument(i));
        }
        ignite.cache(CacheNames.BOOK).put(BOOK, new Book(BOOK, "Tiny", "USD", UNIVERSE));
        portfolio(
                ignite,
                "p-balanced",
                10_000,
                IntStream.range(0, INSTRUMENTS).mapToDouble(i -> 10 * (i + 1)).toArray());
        portfolio(ignite, "p-narrow", 500, 0, 100, 0, 0, 50);
        portfolio(ignite, "p-short", 20_000, 0, 0, 80, -60, 0, 40, -20);
        Universe universe = new Universe(
                UNIVERSE,
                "Tiny",
                "USD",
                IntStream.range(0, INSTRUMENTS).mapToObj(FinanceFixture::id).toList(),
                days(),
                1,
                id(0));
        return new UniverseStore(ignite).put(universe, closes());
    }

    public static String id(int instrument) {
        return "I" + instrument;
    }

    private static Instrument instrument(int i) {
        return new Instrument(
                id(i),
                "Instrument " + i,
                "Issuer " + i / 2,
                SECTORS.get(i % SECTORS.size()),
                "USD",
                1,
                100_000 * (i + 1),
                1e9 * (i + 1),
                days()[i == 7 ? LISTED_LATE : 0],
                Instrument.NOT_DELISTED);
    }

    /** Returns the weekdays from {@link #FIRST_DAY} on. */
    public static long[] days() {
        return FIRST_DAY
                .datesUntil(FIRST_DAY.plusDays(2L * DAYS))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .limit(DAYS)
                .mapToLong(LocalDate::toEpochDay)
                .toArray();
    }

    /** Returns the prices: a common factor and an own part, so that a market and differing correlations show. */
    public static double[][] closes() {
        SplittableRandom dice = new SplittableRandom(20_240_101);
        double[][] closes = new double[INSTRUMENTS][DAYS];
        for (int t = 0; t < DAYS; t++) {
            double market = 0.0004 + 0.008 * dice.nextGaussian();
            for (int i = 0; i < INSTRUMENTS; i++) {
                double own = i == 0 ? 0 : 0.002 * (i + 1) * dice.nextGaussian();
                double before = t == 0 ? 20 + 10 * i : closes[i][t - 1];
                closes[i][t] = before * Math.exp((0.6 + 0.1 * i) * market + own);
            }
        }
        for (int t = 0; t < LISTED_LATE; t++) {
            closes[7][t] = Double.NaN;
        }
        for (int t = 200; t < 205; t++) {
            closes[3][t] = Double.NaN;
        }
        return closes;
    }

    private static void portfolio(Ignite ignite, String id, double cash, double... shares) {
        ignite.cache(CacheNames.PORTFOLIO)
                .put(id, new Portfolio(id, BOOK, "Portfolio " + id, UNIVERSE, "USD", cash, "owner", MANDATE));
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
                ignite.cache(CacheNames.POSITION).put(new PositionKey(id, id(i)), new Position(shares[i], 20 + 10 * i));
            }
        }
    }
}
