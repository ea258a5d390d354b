package io.nqba.node.finance;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.Mandate;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.PositionKey;
import io.nqba.model.grid.CacheNames;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.ignite.Ignite;

/**
 * The book of the demo: twelve portfolios of different styles over the demo market, one of which is poor. Everything
 * follows from the prices of the first day it is made.
 */
final class DemoBook {
    static final String BOOK_ID = "meridian";
    static final String NAME = "Meridian";

    /** A trading year; portfolios were bought that long ago, so each has a gain or a loss. */
    private static final int HELD_DAYS = 252;

    private static final String PENSIONS = "Harbour Pension Fund";
    private static final String TEACHERS = "City Teachers' Plan";
    private static final String FOUNDATION = "Northgate Foundation";
    private static final String HOSPITAL = "Estuary Hospital";
    private static final String FAMILY = "Larch Family Office";
    private static final Set<Sector> ENERGY = EnumSet.of(Sector.ENERGY, Sector.UTILITIES);
    private static final Set<Sector> DIGITAL = EnumSet.of(Sector.SOFTWARE, Sector.SEMICONDUCTORS);
    private static final Set<Sector> DEFENSIVE =
            EnumSet.of(Sector.UTILITIES, Sector.CONSUMER_STAPLES, Sector.HEALTH_CARE);

    private final Ignite ignite;
    private final PriceHistory history;
    private final Map<String, Instrument> instruments = new LinkedHashMap<>();
    private final List<String> priced;

    DemoBook(Ignite ignite, String universeId) {
        this.ignite = ignite;
        this.history = PriceHistory.of(ignite, universeId);
        int last = history.days().length - 1;
        this.priced = history.instrumentIds().stream()
                .filter(id -> !id.equals(history.universe().marketId()))
                .filter(id -> !Double.isNaN(history.closes()[history.row(id)][last])
                        && !Double.isNaN(history.closes()[history.row(id)][Math.max(0, last - HELD_DAYS)]))
                .toList();
        for (String id : priced) {
            instruments.put(
                    id, ignite.<String, Instrument>cache(CacheNames.INSTRUMENT).get(id));
        }
    }

    private Instrument instrument(String id) {
        return Objects.requireNonNull(instruments.get(id), id);
    }

    /** Stores the portfolios, and the book last. */
    void put() {
        addBroad();
        addThemes();
        addUnusual();
        ignite.cache(CacheNames.BOOK)
                .put(
                        BOOK_ID,
                        new Book(
                                BOOK_ID,
                                NAME,
                                MarketRecipe.CURRENCY,
                                history.universe().universeId()));
    }

    private void addBroad() {
        List<String> giants = bySize().subList(0, 10);
        add("index", "Meridian Index", PENSIONS, 48e6, 0.01, free(3, 0.15, 0.0005), bySized(priced));
        add("equal", "Equal Weight", PENSIONS, 22e6, 0.01, free(3, 0.10, 0.001), evenly(priced));
        add("giants", "Ten Giants", TEACHERS, 27e6, 0.01, free(4, 0.20, 0.0005), bySized(giants));
        add("calm", "Low Volatility", FOUNDATION, 31e6, 0.02, free(8, 0.12, 0.001), evenly(byCalm().subList(0, 15)));
        add(
                "cautious",
                "Cautious Forty",
                HOSPITAL,
                14e6,
                0.60,
                free(12, 0.10, 0.001),
                bySized(bySize().subList(0, 25)));
    }

    private void addThemes() {
        add("energy", "Energy Transition", FOUNDATION, 9e6, 0.03, within(2.5, 0.25, ENERGY), bySized(in(ENERGY)));
        add("digital", "Digital Growth", TEACHERS, 19e6, 0.02, within(1.5, 0.25, DIGITAL), bySized(in(DIGITAL)));
        add("defensive", "Defensive Income", HOSPITAL, 16e6, 0.05, within(9, 0.20, DEFENSIVE), evenly(in(DEFENSIVE)));
    }

    private void addUnusual() {
        List<String> byYear = byYear();
        List<String> losers = byYear.subList(byYear.size() - 12, byYear.size());
        Mandate longShort = new Mandate(3, -0.10, 0.15, 0.002, List.of());
        add("momentum", "Momentum", FAMILY, 12e6, 0.02, free(2, 0.15, 0.0015), evenly(byYear.subList(0, 12)));
        add("contrarian", "Contrarian", FAMILY, 8e6, 0.05, free(2, 0.15, 0.0015), evenly(losers));
        add("long-short", "Long Short", FAMILY, 10e6, 0.70, longShort, longShort(byYear));
        add("legacy", "Legacy Holdings", "Wrenfield Estate", 6e6, 0.01, free(4, 0.60, 0.003), poor(byYear));
    }

    private List<String> bySize() {
        return sorted(Comparator.comparingDouble(id -> -instrument(id).marketCap()));
    }

    private List<String> byYear() {
        return sorted(Comparator.comparingDouble(id -> -change(id)));
    }

    private List<String> byCalm() {
        return sorted(Comparator.comparingDouble(this::volatility));
    }

    private static Mandate free(double riskAversion, double maxWeight, double costPerUnit) {
        return new Mandate(riskAversion, 0, maxWeight, costPerUnit, List.of());
    }

    private Mandate within(double riskAversion, double maxWeight, Set<Sector> sectors) {
        return new Mandate(riskAversion, 0, maxWeight, 0.001, in(sectors));
    }

    private List<String> sorted(Comparator<String> order) {
        return priced.stream()
                .sorted(order.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private List<String> in(Set<Sector> sectors) {
        List<String> labels = sectors.stream().map(Sector::label).toList();
        return priced.stream()
                .filter(id -> labels.contains(instrument(id).sector()))
                .toList();
    }

    private double change(String id) {
        int last = history.days().length - 1;
        return history.lastClose(id) / history.closeAt(id, Math.max(0, last - HELD_DAYS)) - 1;
    }

    private double volatility(String id) {
        int last = history.days().length - 1;
        double squares = 0;
        for (int t = Math.max(1, last - HELD_DAYS); t <= last; t++) {
            double change = Math.log(history.closeAt(id, t) / history.closeAt(id, t - 1));
            squares += change * change;
        }
        return Math.sqrt(squares);
    }

    private static Map<String, Double> evenly(List<String> ids) {
        Map<String, Double> weights = new LinkedHashMap<>();
        ids.forEach(id -> weights.put(id, 1.0 / ids.size()));
        return weights;
    }

    private Map<String, Double> bySized(List<String> ids) {
        double total =
                ids.stream().mapToDouble(id -> instrument(id).marketCap()).sum();
        Map<String, Double> weights = new LinkedHashMap<>();
        ids.forEach(id -> weights.put(id, instrument(id).marketCap() / total));
        return weights;
    }

    /** Weights of what is invested: more is bought than there is money, and others are sold short. */
    private static Map<String, Double> longShort(List<String> byYear) {
        Map<String, Double> weights = new LinkedHashMap<>();
        byYear.subList(0, 12).forEach(id -> weights.put(id, 2.2 / 12));
        byYear.subList(byYear.size() - 12, byYear.size()).forEach(id -> weights.put(id, -1.2 / 12));
        return weights;
    }

    /** Half in the share that lost most in the year, the rest in two that move much: nobody looked for a long time. */
    private Map<String, Double> poor(List<String> byYear) {
        List<String> wild = sorted(Comparator.comparingDouble(id -> -volatility(id)));
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put(byYear.get(byYear.size() - 1), 0.5);
        wild.stream().filter(id -> !weights.containsKey(id)).limit(2).toList().forEach(id -> weights.put(id, 0.25));
        return weights;
    }

    private void add(
            String style,
            String name,
            String owner,
            double value,
            double cashShare,
            Mandate mandate,
            Map<String, Double> weights) {
        String portfolioId = BOOK_ID + "-" + style;
        int bought = Math.max(0, history.days().length - 1 - HELD_DAYS);
        double invested = 0;
        for (var weight : weights.entrySet()) {
            double price = history.lastClose(weight.getKey());
            double shares = Math.rint(value * (1 - cashShare) * weight.getValue() / price);
            if (shares != 0) {
                invested += shares * price;
                ignite.cache(CacheNames.POSITION)
                        .put(
                                new PositionKey(portfolioId, weight.getKey()),
                                new Position(shares, history.closeAt(weight.getKey(), bought)));
            }
        }
        ignite.cache(CacheNames.PORTFOLIO)
                .put(
                        portfolioId,
                        new Portfolio(
                                portfolioId,
                                BOOK_ID,
                                name,
                                history.universe().universeId(),
                                MarketRecipe.CURRENCY,
                                Math.rint((value - invested) * 100) / 100,
                                owner,
                                mandate));
    }
}
