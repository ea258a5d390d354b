package io.nqba.compute.kernel.revenue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The money that deals bring in a stretch of time, with its interval. Means are exact. The interval is drawn: how many deals of each
 * product are won follows the exact distribution of the count, amounts are normal around the product's mean, and one factor for all
 * deals and one for new ones stand for what moves a whole month. The same seed gives the same bits.
 *
 * @param pipeline expected of deals that are open
 * @param fresh expected of deals that are still to begin
 * @param low lower end of the interval of the sum
 * @param high upper end
 * @param error standard error of an end of the interval, from the number of draws
 * @param wins expected number of wins
 */
public record MoneyForecast(double pipeline, double fresh, double low, double high, double error, double wins) {

    /**
     * What one product may bring.
     *
     * @param open how many of the open deals are won
     * @param fresh how many of those to begin are won, on average
     * @param amount mean amount of a deal that is won
     * @param spread standard deviation of an amount
     */
    public record Part(CountDistribution open, double fresh, double amount, double spread) {}

    /**
     * Puts products together.
     *
     * @param common standard deviation of the logarithm of what moves all deals
     * @param freshCommon of what moves new deals beside that
     * @param level share that the interval shall hold
     * @param draws how often it is drawn
     */
    public static MoneyForecast of(
            List<Part> parts, double common, double freshCommon, double level, int draws, long seed) {
        double pipeline = 0;
        double fresh = 0;
        double wins = 0;
        for (Part part : parts) {
            pipeline += part.open().mean() * part.amount();
            fresh += part.fresh() * part.amount();
            wins += part.open().mean() + part.fresh();
        }
        double[] drawn = new double[draws];
        double[][] open = parts.stream().map(part -> part.open().cumulated()).toArray(double[][]::new);
        CountDistribution[] poisson = parts.stream()
                .map(part -> CountDistribution.poisson(part.fresh()))
                .toArray(CountDistribution[]::new);
        double[][] news =
                Arrays.stream(poisson).map(CountDistribution::cumulated).toArray(double[][]::new);
        var dice = new SplittableRandom(seed);
        for (int draw = 0; draw < draws; draw++) {
            double all = Math.exp(common * dice.nextGaussian() - common * common / 2);
            double begun = Math.exp(freshCommon * dice.nextGaussian() - freshCommon * freshCommon / 2);
            double sum = 0;
            for (int p = 0; p < parts.size(); p++) {
                Part part = parts.get(p);
                int won = part.open().first() + drawn(open[p], dice.nextDouble());
                int more = poisson[p].first() + drawn(news[p], dice.nextDouble());
                sum += money(won, part, dice) + begun * money(more, part, dice);
            }
            drawn[draw] = all * sum;
        }
        Arrays.sort(drawn);
        int cut = Math.min(draws - 1, (int) ((1 - level) / 2 * draws));
        double low = drawn[cut];
        double high = drawn[draws - 1 - cut];
        return new MoneyForecast(pipeline, fresh, low, high, error(drawn, cut), wins);
    }

    private static double money(int won, Part part, SplittableRandom dice) {
        return Math.max(0, won * part.amount() + Math.sqrt(won) * part.spread() * dice.nextGaussian());
    }

    private static int drawn(double[] cumulated, double lot) {
        int at = Arrays.binarySearch(cumulated, lot);
        return Math.min(cumulated.length - 1, at >= 0 ? at + 1 : -at - 1);
    }

    /** How far the end moves between the orders that a share of draws would have taken, one standard error either way. */
    private static double error(double[] drawn, int cut) {
        double share = (double) cut / drawn.length;
        int step = (int) Math.ceil(Math.sqrt(drawn.length * share * (1 - share)));
        int from = Math.max(0, cut - step);
        int to = Math.min(drawn.length - 1, cut + step);
        return (drawn[to] - drawn[from]) / 2;
    }

    /** Returns what is expected in all. */
    public double value() {
        return pipeline + fresh;
    }

    /** Returns all of it, more or less. */
    public MoneyForecast times(double factor) {
        return new MoneyForecast(
                pipeline * factor, fresh * factor, low * factor, high * factor, error * factor, wins * factor);
    }
}
