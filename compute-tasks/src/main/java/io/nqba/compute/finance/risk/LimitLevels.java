package io.nqba.compute.finance.risk;

import io.nqba.compute.kernel.risk.Exposures;
import io.nqba.compute.kernel.risk.TailLoss;
import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskQuery;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Where holdings stand against limits. Pure. */
final class LimitLevels {
    private LimitLevels() {}

    /**
     * Where a measure stands.
     *
     * @param value the level; infinite where nothing is left to measure against
     * @param worst instrument, sector or issuer it belongs to; empty where it concerns the whole
     */
    record Level(double value, String worst) {}

    /** Returns where the measure of a limit stands. */
    static Level of(RiskLimit limit, Holdings holdings) {
        LimitMeasure measure = limit.measure();
        return switch (measure) {
            case VALUE_AT_RISK_95, VALUE_AT_RISK_99 ->
                whole(tail(holdings, measure.confidence()).valueAtRisk(), holdings);
            case EXPECTED_SHORTFALL_95, EXPECTED_SHORTFALL_99 ->
                whole(tail(holdings, measure.confidence()).expectedShortfall(), holdings);
            case POSITION_WEIGHT -> largest(limit, holdings, Holdings.Asset::instrumentId);
            case SECTOR_WEIGHT -> largest(limit, holdings, Holdings.Asset::sector);
            case ISSUER_WEIGHT -> largest(limit, holdings, Holdings.Asset::issuer);
            case LEVERAGE -> whole(holdings.grossValue(), holdings);
            case LIQUIDITY_DAYS -> slowest(holdings);
        };
    }

    /**
     * Returns where the measure of a limit stands for what a trade in one instrument touches: that instrument, its sector or issuer, or
     * the whole. Another position in breach must not hide that this one gets there too.
     */
    static Level touching(RiskLimit limit, Holdings holdings, int asset) {
        Holdings.Asset traded = holdings.assets().get(asset);
        return switch (limit.measure()) {
            case POSITION_WEIGHT -> group(limit, holdings, Holdings.Asset::instrumentId, traded);
            case SECTOR_WEIGHT -> group(limit, holdings, Holdings.Asset::sector, traded);
            case ISSUER_WEIGHT -> group(limit, holdings, Holdings.Asset::issuer, traded);
            case LIQUIDITY_DAYS ->
                new Level(daysToSell(holdings, asset, RiskQuery.USUAL_PARTICIPATION), traded.instrumentId());
            case VALUE_AT_RISK_95, VALUE_AT_RISK_99, EXPECTED_SHORTFALL_95, EXPECTED_SHORTFALL_99, LEVERAGE ->
                of(limit, holdings);
        };
    }

    private static Level group(
            RiskLimit limit, Holdings holdings, Function<Holdings.Asset, String> group, Holdings.Asset traded) {
        String name = limit.target().isEmpty() ? group.apply(traded) : limit.target();
        double size = 0;
        for (int j = 0; j < holdings.shares().length; j++) {
            size += group.apply(holdings.assets().get(j)).equals(name) ? Math.abs(holdings.value(j)) : 0;
        }
        return new Level(share(size, holdings.netValue()), name);
    }

    private static TailLoss tail(Holdings holdings, double confidence) {
        return TailLoss.estimate(TailLoss.Method.HISTORICAL, holdings.profits(), confidence);
    }

    private static Level whole(double money, Holdings holdings) {
        return new Level(share(money, holdings.netValue()), "");
    }

    /** Without any net value left, every risk is too much. */
    private static double share(double money, double netValue) {
        if (money <= 0) {
            return 0;
        }
        return netValue > 0 ? money / netValue : Double.POSITIVE_INFINITY;
    }

    private static Level largest(RiskLimit limit, Holdings holdings, Function<Holdings.Asset, String> group) {
        Map<String, Double> sizes = new TreeMap<>();
        for (int j = 0; j < holdings.shares().length; j++) {
            sizes.merge(group.apply(holdings.assets().get(j)), Math.abs(holdings.value(j)), Double::sum);
        }
        double netValue = holdings.netValue();
        if (!limit.target().isEmpty()) {
            return new Level(share(sizes.getOrDefault(limit.target(), 0.0), netValue), limit.target());
        }
        Level most = new Level(0, "");
        for (Map.Entry<String, Double> entry : sizes.entrySet()) {
            double level = share(entry.getValue(), netValue);
            most = level > most.value() ? new Level(level, entry.getKey()) : most;
        }
        return most;
    }

    private static Level slowest(Holdings holdings) {
        Level most = new Level(0, "");
        for (int j = 0; j < holdings.shares().length; j++) {
            double days = daysToSell(holdings, j, RiskQuery.USUAL_PARTICIPATION);
            most = days > most.value()
                    ? new Level(days, holdings.assets().get(j).instrumentId())
                    : most;
        }
        return most;
    }

    /** Returns the days that selling a position takes; infinite where the volume is not known. */
    static double daysToSell(Holdings holdings, int asset, double participation) {
        double[] size = {holdings.shares()[asset]};
        double[] traded = {holdings.assets().get(asset).dailyShares()};
        return Exposures.daysToSell(size, traded, participation)[0];
    }
}
