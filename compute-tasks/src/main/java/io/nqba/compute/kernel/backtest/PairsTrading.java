package io.nqba.compute.kernel.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forms the pairs of instruments whose prices, each divided by its first one, ran closest together, and bets that a pair which has
 * drifted apart comes together again: the weaker is bought, the stronger sold short, the same value of both. Pairs are formed anew
 * after half a formation period.
 *
 * <p>Source: E. Gatev, W. Goetzmann, K. Rouwenhorst, "Pairs Trading: Performance of a Relative-Value Arbitrage Rule", Review of
 * Financial Studies 19 (2006), doi:10.1093/rfs/hhj020.
 */
final class PairsTrading implements TradingStrategy {
    private final int formationDays;
    private final int most;
    private final double entryDeviations;
    private final double exitDeviations;
    private List<Pair> pairs = List.of();
    private int age;

    PairsTrading(int formationDays, int most, double entryDeviations, double exitDeviations) {
        this.formationDays = formationDays;
        this.most = most;
        this.entryDeviations = entryDeviations;
        this.exitDeviations = exitDeviations;
    }

    @Override
    public boolean decide(PastPrices past, double[] weights) {
        boolean changed = false;
        if (pairs.isEmpty() || age >= formationDays / 2) {
            changed = pairs.stream().anyMatch(pair -> pair.side != 0);
            pairs = past.reach() < formationDays ? List.of() : form(past);
            age = 0;
        }
        age++;
        for (Pair pair : pairs) {
            changed |= pair.look(past);
        }
        if (changed) {
            Arrays.fill(weights, 0);
            for (Pair pair : pairs) {
                weights[pair.first] += pair.side * 0.5 / most;
                weights[pair.second] -= pair.side * 0.5 / most;
            }
        }
        return changed;
    }

    private List<Pair> form(PastPrices past) {
        int assets = past.assets();
        double[][] paths = new double[assets][];
        for (int asset = 0; asset < assets; asset++) {
            paths[asset] = past.listed(asset) ? path(past, asset) : new double[0];
        }
        var nearest = new ArrayList<Pair>();
        for (int first = 0; first < assets; first++) {
            for (int second = first + 1; second < assets; second++) {
                if (paths[first].length > 0 && paths[second].length > 0) {
                    double worst = nearest.size() < most ? Double.POSITIVE_INFINITY : nearest.get(most - 1).distance;
                    double distance = distance(paths[first], paths[second], worst);
                    if (distance < worst) {
                        insert(nearest, new Pair(first, second, paths[first], paths[second], distance));
                    }
                }
            }
        }
        return nearest;
    }

    private void insert(List<Pair> nearest, Pair pair) {
        int at = nearest.size();
        while (at > 0 && nearest.get(at - 1).distance > pair.distance) {
            at--;
        }
        nearest.add(at, pair);
        if (nearest.size() > most) {
            nearest.remove(most);
        }
    }

    /** Closes since the formation began, each divided by the first one; empty when the listing is younger. */
    private double[] path(PastPrices past, int asset) {
        double start = past.close(asset, formationDays);
        if (Double.isNaN(start)) {
            return new double[0];
        }
        double[] path = new double[formationDays];
        for (int t = 0; t < formationDays; t++) {
            path[t] = past.close(asset, formationDays - 1 - t) / start;
        }
        return path;
    }

    private static double distance(double[] first, double[] second, double worst) {
        double sum = 0;
        for (int t = 0; t < first.length && sum < worst; t++) {
            double apart = first[t] - second[t];
            sum += apart * apart;
        }
        return sum;
    }

    /** Two instruments, and which side of them is held: 1 for the first, -1 for the second, 0 for none. */
    private final class Pair {
        private final int first;
        private final int second;
        private final double firstStart;
        private final double secondStart;
        private final double distance;
        private final double deviation;
        private int side;

        Pair(int first, int second, double[] firstPath, double[] secondPath, double distance) {
            this.first = first;
            this.second = second;
            this.distance = distance;
            // The last value of a path is today's close over the one it started from; kept as the level to which later
            // closes refer.
            this.firstStart = firstPath[firstPath.length - 1];
            this.secondStart = secondPath[secondPath.length - 1];
            this.deviation = deviation(firstPath, secondPath);
        }

        /** Looks at the gap between the two; returns whether the side changed. */
        boolean look(PastPrices past) {
            int before = side;
            int since = age - 1;
            double gap =
                    firstStart * (1 + past.change(first, since, 0)) - secondStart * (1 + past.change(second, since, 0));
            boolean held = past.listed(first) && past.listed(second) && deviation > 0;
            double score = held ? gap / deviation : 0;
            if (side == 0 && held && Math.abs(score) > entryDeviations) {
                side = score > 0 ? -1 : 1;
            } else if (side != 0 && (!held || side * score > -exitDeviations)) {
                side = 0;
            }
            return side != before;
        }

        private static double deviation(double[] first, double[] second) {
            double sum = 0;
            double squares = 0;
            for (int t = 0; t < first.length; t++) {
                double gap = first[t] - second[t];
                sum += gap;
                squares += gap * gap;
            }
            return Math.sqrt(Math.max(0, squares - sum * sum / first.length) / (first.length - 1));
        }
    }
}
