package io.nqba.compute.finance.mandates;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.kernel.mandate.Mandate;
import io.nqba.compute.kernel.mandate.MandateUniverse;
import io.nqba.compute.optimisation.CoordinatedProblem;
import io.nqba.compute.optimisation.PartitionModel;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.PositionKey;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/** Compiles the portfolios of a partition into their mandates, from rows that lie on this node. Thread-safe. */
final class MandateCompiler implements CoordinatedProblem.ModelSource {
    private final Ignite ignite;
    private final FirmMarket market;
    private final MandateUniverse universe;

    MandateCompiler(Ignite ignite, FirmMarket market) {
        this.ignite = ignite;
        this.market = market;
        this.universe = market.universe();
    }

    @Override
    public PartitionModel compile(int partition) {
        List<Portfolio> portfolios = portfoliosOf(partition);
        Map<String, Map<String, Position>> positions = portfolios.isEmpty() ? Map.of() : positionsOf(partition);
        var planned = new ArrayList<PlannedMandate>(portfolios.size());
        var problems = new ArrayList<FieldProblem>();
        for (Portfolio portfolio : portfolios) {
            Mandate mandate = plan(portfolio, positions.getOrDefault(portfolio.portfolioId(), Map.of()), problems);
            if (mandate != null) {
                planned.add(new PlannedMandate(portfolio, mandate));
            }
        }
        return new MandatePartition(market, universe, planned, portfolios.size(), problems);
    }

    /** The order of the portfolios decides the order of sums, so it must not depend on the node. */
    private List<Portfolio> portfoliosOf(int partition) {
        var portfolios = new ArrayList<Portfolio>();
        for (Cache.Entry<String, Portfolio> row : this.<String, Portfolio>rows(CacheNames.PORTFOLIO, partition)) {
            if (row.getValue().bookId().equals(market.book().bookId())) {
                portfolios.add(row.getValue());
            }
        }
        portfolios.sort(Comparator.comparing(Portfolio::portfolioId));
        return portfolios;
    }

    private Map<String, Map<String, Position>> positionsOf(int partition) {
        var positions = new TreeMap<String, Map<String, Position>>();
        for (Cache.Entry<PositionKey, Position> row :
                this.<PositionKey, Position>rows(CacheNames.POSITION, partition)) {
            positions
                    .computeIfAbsent(row.getKey().portfolioId(), id -> new TreeMap<>())
                    .put(row.getKey().instrumentId(), row.getValue());
        }
        return positions;
    }

    /** Caches change hands one by one when nodes come and go, so the query goes to whoever owns the partition in this cache. */
    private <K, V> List<Cache.Entry<K, V>> rows(String cacheName, int partition) {
        var query = new ScanQuery<K, V>().setPartition(partition);
        try (var rows = ignite.<K, V>cache(cacheName).query(query)) {
            return rows.getAll();
        }
    }

    private @Nullable Mandate plan(Portfolio portfolio, Map<String, Position> positions, List<FieldProblem> problems) {
        PriceHistory history = market.history();
        double[] held = new double[market.instruments().size()];
        double capital = portfolio.cash();
        double frozen = 0;
        for (Map.Entry<String, Position> row : positions.entrySet()) {
            double money = row.getValue().shares() * history.lastClose(row.getKey());
            if (Double.isNaN(money)) {
                problems.add(problem(
                        portfolio,
                        "holds %s, which has no price in universe %s"
                                .formatted(row.getKey(), market.book().universeId()),
                        "Load its prices, or move the position elsewhere."));
                return null;
            }
            capital += money;
            int at = market.position(row.getKey());
            if (at >= 0) {
                held[at] = money;
            } else {
                frozen += money;
            }
        }
        if (!(capital > 0)) {
            problems.add(problem(
                    portfolio,
                    "is worth %.2f %s; a mandate needs capital".formatted(capital, portfolio.currency()),
                    "Give it cash, or take it out of the book."));
            return null;
        }
        return mandate(portfolio, held, capital, frozen, problems);
    }

    private @Nullable Mandate mandate(
            Portfolio portfolio, double[] held, double capital, double frozen, List<FieldProblem> problems) {
        var rules = portfolio.mandate();
        boolean[] allowed = new boolean[held.length];
        Arrays.fill(allowed, rules.instrumentIds().isEmpty());
        for (String id : rules.instrumentIds()) {
            if (market.position(id) >= 0) {
                allowed[market.position(id)] = true;
            }
        }
        int[] assets = IntStream.range(0, held.length)
                .filter(j -> allowed[j] || held[j] != 0)
                .toArray();
        double money = capital;
        double[] start = Arrays.stream(assets).mapToDouble(j -> held[j] / money).toArray();
        // What it holds and may not hold must be sold.
        double[] lower = Arrays.stream(assets)
                .mapToDouble(j -> allowed[j] ? rules.minWeight() : 0)
                .toArray();
        double[] upper = Arrays.stream(assets)
                .mapToDouble(j -> allowed[j] ? rules.maxWeight() : 0)
                .toArray();
        double most = 1 - frozen / capital;
        double least = Math.min(most, Math.max(0, market.request().leastInvested() - frozen / capital));
        try {
            return new Mandate(
                    capital, rules.riskAversion(), assets, start, lower, upper, rules.costPerUnit(), least, most);
        } catch (IllegalArgumentException contradiction) {
            problems.add(problem(
                    portfolio,
                    "cannot meet its mandate: %s".formatted(contradiction.getMessage()),
                    "Widen its weights, or ask for a smaller leastInvested."));
            return null;
        }
    }

    private static FieldProblem problem(Portfolio portfolio, String what, String remedy) {
        return new FieldProblem(
                "bookId",
                portfolio.bookId(),
                "Portfolio %s %s.".formatted(portfolio.portfolioId(), what.replaceAll("\\.$", "")),
                remedy);
    }
}
