package io.nqba.node.finance;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.Mandate;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.PositionKey;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.load.RowStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.ignite.Ignite;

/**
 * Streams a generated book into the grid: mandates that differ in what they may hold, how much risk they bear and what
 * trading costs them, each holding some of its instruments. Only the one at hand is in memory. The book comes last: where
 * it is, the load was complete.
 */
public final class BookLoad {
    private static final int PROGRESS_STEP = 100;

    private final Ignite ignite;
    private final ProgressLine progress;

    BookLoad(Ignite ignite, ProgressLine progress) {
        this.ignite = ignite;
        this.progress = progress;
    }

    /** Returns a loader that shows nobody how far it is. */
    public static BookLoad silently(Ignite ignite) {
        return new BookLoad(ignite, ProgressLine.silent());
    }

    /** Loads a book over a universe that is in the grid. */
    public void load(BookRecipe recipe, String universeId) {
        long began = System.nanoTime();
        PriceHistory history = PriceHistory.of(ignite, universeId);
        List<String> priced = history.instrumentIds().stream()
                .filter(id -> !id.equals(history.universe().marketId()))
                .filter(id -> !Double.isNaN(history.closes()[history.row(id)][history.days().length - 1]))
                .toList();
        progress.begin("Generating " + recipe.bookId(), recipe.portfolios());
        long rows;
        try (RowStreams streams = new RowStreams(ignite, true)) {
            for (int i = 0; i < recipe.portfolios(); i++) {
                addPortfolio(recipe, i, history, priced, streams);
                if (i % PROGRESS_STEP == PROGRESS_STEP - 1) {
                    progress.advance(PROGRESS_STEP);
                }
            }
            rows = streams.rows();
        }
        Universe universe = history.universe();
        ignite.cache(CacheNames.BOOK)
                .put(recipe.bookId(), new Book(recipe.bookId(), recipe.name(), universe.currency(), universeId));
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3;
        progress.end(String.format(
                Locale.ROOT,
                "%,d portfolios, %,d rows in %.1f s (%,.0f rows/s)",
                recipe.portfolios(),
                rows,
                seconds,
                rows / Math.max(1e-3, seconds)));
    }

    private static void addPortfolio(
            BookRecipe recipe, int index, PriceHistory history, List<String> priced, RowStreams streams) {
        SplittableRandom dice = Dice.at(recipe.seed(), Purpose.PORTFOLIO, index, 0);
        String id = "%s-%06d".formatted(recipe.bookId(), index + 1);
        int allowed = recipe.allowed() == 0 ? priced.size() : Math.min(recipe.allowed(), priced.size());
        List<String> instruments = some(priced, allowed, dice);
        int held = Math.min(recipe.held(), instruments.size());
        double value = 1e5 * Math.exp(1.2 * dice.nextGaussian());
        double[] shares = new double[held];
        double total = 0;
        for (int j = 0; j < held; j++) {
            shares[j] = -Math.log(1 - dice.nextDouble());
            total += shares[j];
        }
        for (int j = 0; j < held; j++) {
            double price = history.lastClose(instruments.get(j));
            double count = Math.rint(0.97 * value * shares[j] / total / price);
            if (count > 0) {
                double cost = price * dice.nextDouble(0.7, 1.15);
                streams.add(CacheNames.POSITION, new PositionKey(id, instruments.get(j)), new Position(count, cost));
            }
        }
        Mandate mandate = new Mandate(
                dice.nextDouble(1, 12),
                0,
                Math.max(2.0 / allowed, dice.nextDouble(0.03, 0.12)),
                dice.nextDouble(0.0005, 0.003),
                recipe.allowed() == 0 ? List.of() : instruments);
        streams.add(
                CacheNames.PORTFOLIO,
                id,
                new Portfolio(
                        id,
                        recipe.bookId(),
                        "Mandate %,d".formatted(index + 1),
                        history.universe().universeId(),
                        history.universe().currency(),
                        Math.rint(value * 3) / 100,
                        "Client %,d".formatted(index % 977 + 1),
                        mandate));
    }

    /** Returns some instruments in random order. */
    private static List<String> some(List<String> all, int count, SplittableRandom dice) {
        List<String> mixed = new ArrayList<>(all);
        for (int i = 0; i < count; i++) {
            Collections.swap(mixed, i, i + dice.nextInt(mixed.size() - i));
        }
        return List.copyOf(mixed.subList(0, count));
    }
}
