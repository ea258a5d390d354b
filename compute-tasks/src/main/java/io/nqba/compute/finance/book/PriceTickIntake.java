package io.nqba.compute.finance.book;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.compute.finance.orders.OrderFills;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.PriceBar;
import io.nqba.model.finance.PriceBarKey;
import io.nqba.model.finance.PriceTick;
import io.nqba.model.finance.PriceTickRow;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.IntakeReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/** Checks prices one by one, stores the good ones and fills the orders that waited for them. */
final class PriceTickIntake {
    /** A price that is this much above or below the last one is more often a slip of the decimal point than news. */
    static final double MOST_JUMP = 0.5;

    private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    private final Ignite ignite;
    private final long latestMillis;
    private final List<PriceHistory> histories = new ArrayList<>();
    private final Map<PriceBarKey, PriceBar> bars = new HashMap<>();
    private final Map<String, Double> lastPrice = new HashMap<>();

    PriceTickIntake(Ignite ignite, Clock clock) {
        this.ignite = ignite;
        this.latestMillis = clock.instant().plus(MOST_AHEAD).toEpochMilli();
        try (var all = ignite.<String, Universe>cache(CacheNames.UNIVERSE).query(new ScanQuery<String, Universe>())) {
            all.forEach(row -> histories.add(PriceHistory.of(ignite, row.getKey())));
        }
    }

    /** A row and its place in the batch. */
    private record Numbered(int index, PriceTickRow tick) {
        long day() {
            return Math.floorDiv(tick.atMillis(), Duration.ofDays(1).toMillis());
        }

        FieldProblem problem(String field, String value, String problem, String remedy) {
            return new FieldProblem("rows[%d].%s".formatted(index, field), value, problem, remedy);
        }
    }

    IntakeReport take(List<PriceTickRow> rows) {
        TreeMap<Integer, FieldProblem> problems = new TreeMap<>();
        List<PriceTickRow> good = new ArrayList<>();
        Set<PriceBarKey> changed = new HashSet<>();
        for (Numbered row : inOrderOfTime(rows)) {
            FieldProblem problem = problemOf(row);
            if (problem != null) {
                problems.put(row.index(), problem);
                continue;
            }
            changed.add(apply(row));
            good.add(row.tick());
        }
        store(changed);
        if (!good.isEmpty()) {
            OrderFills.apply(ignite, good.stream().map(PriceTickIntake::paid).toList());
        }
        return new IntakeReport(good.size(), List.copyOf(problems.values()));
    }

    private static PriceTick paid(PriceTickRow row) {
        return new PriceTick(row.instrumentId(), row.atMillis(), row.price(), row.volumeShares());
    }

    private static List<Numbered> inOrderOfTime(List<PriceTickRow> rows) {
        List<Numbered> numbered = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            numbered.add(new Numbered(i, rows.get(i)));
        }
        numbered.sort(Comparator.comparingLong((Numbered row) -> row.tick().atMillis())
                .thenComparingInt(Numbered::index));
        return numbered;
    }

    private @Nullable FieldProblem problemOf(Numbered row) {
        PriceTickRow tick = row.tick();
        Instrument instrument = tick.instrumentId().isBlank()
                ? null
                : ignite.<String, Instrument>cache(CacheNames.INSTRUMENT).get(tick.instrumentId());
        if (instrument == null) {
            return row.problem(
                    "instrumentId",
                    tick.instrumentId(),
                    "There is no such instrument.",
                    "Correct the ticker; GET /api/v1/goliath/instruments lists them.");
        }
        if (!(tick.price() > 0 && tick.price() < Double.POSITIVE_INFINITY)) {
            return row.problem(
                    "price",
                    Double.toString(tick.price()),
                    "It must be a finite number above 0.",
                    "Send the price paid.");
        }
        if (!(tick.volumeShares() >= 0 && tick.volumeShares() < Double.POSITIVE_INFINITY)) {
            return row.problem(
                    "volumeShares",
                    Double.toString(tick.volumeShares()),
                    "It must be a finite number, 0 or more.",
                    "Send the shares traded, or leave it out.");
        }
        FieldProblem time = timeProblem(row, instrument);
        return time == null ? jumpProblem(row) : time;
    }

    private @Nullable FieldProblem timeProblem(Numbered row, Instrument instrument) {
        PriceTickRow tick = row.tick();
        if (tick.atMillis() == Long.MIN_VALUE) {
            return row.problem("at", "", "It is missing.", "Send the moment of the price in full, in UTC.");
        }
        String at = Instant.ofEpochMilli(tick.atMillis()).toString();
        if (tick.atMillis() > latestMillis) {
            return row.problem("at", at, "It lies in the future.", "Check the clock of the sender; send UTC.");
        }
        if (!instrument.isTraded(row.day())) {
            return row.problem("at", at, "The instrument is not traded that day.", "Check ticker and day.");
        }
        long newest = newestDay(tick.instrumentId());
        if (row.day() < newest) {
            return row.problem(
                    "at",
                    at,
                    "There are prices up to %s already.".formatted(LocalDate.ofEpochDay(newest)),
                    "Load history with scripts/load.sh finance; ticks only go on from the last day.");
        }
        if (tick.atMillis()
                <= bar(new PriceBarKey(tick.instrumentId(), row.day()))
                        .map(PriceBar::lastTickMillis)
                        .orElse(0L)) {
            return row.problem(
                    "at",
                    at,
                    "A price of this moment or a later one is known already.",
                    "Nothing to do when the batch was sent before; else send prices in the order of time.");
        }
        return null;
    }

    private @Nullable FieldProblem jumpProblem(Numbered row) {
        PriceTickRow tick = row.tick();
        double last = lastPrice.computeIfAbsent(tick.instrumentId(), this::lastPrice);
        if (Double.isNaN(last) || Math.abs(Math.log(tick.price() / last)) <= -Math.log(1 - MOST_JUMP)) {
            return null;
        }
        return row.problem(
                "price",
                Double.toString(tick.price()),
                "It is %.2f times the last price (%s).".formatted(tick.price() / last, last),
                "Check the decimal point; load a split with its adjusted history.");
    }

    private long newestDay(String instrumentId) {
        return histories.stream()
                .filter(history -> history.row(instrumentId) >= 0)
                .mapToLong(PriceHistory::lastDay)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private double lastPrice(String instrumentId) {
        return histories.stream()
                .filter(history -> history.row(instrumentId) >= 0)
                .max(Comparator.comparingLong(PriceHistory::lastDay))
                .map(history -> history.lastClose(instrumentId))
                .orElse(Double.NaN);
    }

    private Optional<PriceBar> bar(PriceBarKey key) {
        PriceBar known = bars.get(key);
        if (known == null) {
            known = ignite.<PriceBarKey, PriceBar>cache(CacheNames.PRICE_BAR).get(key);
            if (known != null) {
                bars.put(key, known);
            }
        }
        return Optional.ofNullable(known);
    }

    private PriceBarKey apply(Numbered row) {
        PriceTickRow tick = row.tick();
        PriceBarKey key = new PriceBarKey(tick.instrumentId(), row.day());
        double price = tick.price();
        PriceBar next = bar(key).map(bar -> new PriceBar(
                        bar.open(),
                        Math.max(bar.high(), price),
                        Math.min(bar.low(), price),
                        price,
                        price,
                        bar.volume() + tick.volumeShares(),
                        tick.atMillis()))
                .orElseGet(() -> new PriceBar(price, price, price, price, price, tick.volumeShares(), tick.atMillis()));
        bars.put(key, next);
        lastPrice.put(tick.instrumentId(), price);
        return key;
    }

    private void store(Set<PriceBarKey> changed) {
        // In one order everywhere: two batches that change the same bars then wait for each other instead of forever.
        Map<PriceBarKey, PriceBar> rows =
                new TreeMap<>(Comparator.comparing(PriceBarKey::instrumentId).thenComparingLong(PriceBarKey::day));
        TreeMap<Long, Map<String, Double>> closes = new TreeMap<>();
        for (PriceBarKey key : changed) {
            PriceBar bar = bar(key).orElseThrow();
            rows.put(key, bar);
            closes.computeIfAbsent(key.day(), day -> new HashMap<>()).put(key.instrumentId(), bar.adjustedClose());
        }
        ignite.<PriceBarKey, PriceBar>cache(CacheNames.PRICE_BAR).putAll(rows);
        UniverseStore store = new UniverseStore(ignite);
        for (PriceHistory history : histories) {
            closes.forEach((day, byId) -> {
                if (byId.keySet().stream().anyMatch(id -> history.row(id) >= 0)) {
                    store.amend(history.universe().universeId(), day, byId);
                }
            });
        }
    }
}
