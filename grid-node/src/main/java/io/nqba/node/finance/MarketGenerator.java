package io.nqba.node.finance;

import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.PriceBar;
import io.nqba.model.finance.Universe;
import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes a market from its recipe: companies of eight sectors that move with the market, with their sector and on their own,
 * split their shares when they grow dear, come late or leave early; and a fund that holds the market. Instruments are
 * independent of each other, so a market of any size is made one by one and in parallel. Safe for several threads.
 */
public final class MarketGenerator {
    /** Id of the fund that holds the market. */
    static final String FUND_ID = "MKT";

    private static final double SPLIT_ABOVE = 360;
    private static final int SPLIT_INTO = 4;
    private static final int DAYS_PER_YEAR = 365;

    private final MarketRecipe recipe;
    private final long[] days;
    private final MarketFactors factors;
    private final CompanyNames names;

    public MarketGenerator(MarketRecipe recipe) {
        this.recipe = recipe;
        this.days = recipe.days();
        this.factors = new MarketFactors(recipe.seed(), days.length);
        this.names = new CompanyNames(recipe.instruments());
    }

    MarketRecipe recipe() {
        return recipe;
    }

    long[] days() {
        return days.clone();
    }

    /** Returns how many instruments there are: the companies and the fund. */
    int size() {
        return recipe.instruments() + 1;
    }

    private boolean isFund(int index) {
        return index == recipe.instruments();
    }

    String instrumentId(int index) {
        return isFund(index) ? FUND_ID : names.ticker(index);
    }

    Sector sector(int index) {
        return Sector.at(index);
    }

    /** Returns the universe without a revision. */
    Universe universe() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            ids.add(instrumentId(i));
        }
        return new Universe(
                recipe.universeId(),
                recipe.name(),
                MarketRecipe.CURRENCY,
                ids,
                days,
                0,
                instrumentId(recipe.instruments()));
    }

    /** Returns the instrument that goes with its prices. */
    Instrument instrument(int index, double lastPrice) {
        SplittableRandom dice = Dice.at(recipe.seed(), Purpose.INSTRUMENT, index, 1);
        double cap = 2e9 * Math.exp(1.3 * dice.nextGaussian());
        double turnover = dice.nextDouble(0.001, 0.006);
        Traits traits = traits(index);
        if (isFund(index)) {
            return new Instrument(
                    FUND_ID,
                    "Whole Market Fund",
                    "Whole Market Fund",
                    "Funds",
                    MarketRecipe.CURRENCY,
                    1,
                    Math.rint(40e6),
                    50e9,
                    traits.listedDay,
                    Instrument.NOT_DELISTED);
        }
        String name = names.name(index, sector(index));
        return new Instrument(
                instrumentId(index),
                name,
                name,
                sector(index).label(),
                MarketRecipe.CURRENCY,
                1,
                Math.rint(cap * turnover / lastPrice),
                Math.rint(cap),
                traits.listedDay,
                traits.delistedDay > recipe.lastDay().toEpochDay() ? Instrument.NOT_DELISTED : traits.delistedDay);
    }

    /** What makes one company differ from the next. Days outside the recipe mean: always, never. */
    private record Traits(
            double beta, double ownVolatility, double drift, double firstPrice, long listedDay, long delistedDay) {}

    private Traits traits(int index) {
        long first = recipe.firstDay().toEpochDay();
        if (isFund(index)) {
            return new Traits(1, 0, 0, 100, first, Long.MAX_VALUE);
        }
        SplittableRandom dice = Dice.at(recipe.seed(), Purpose.INSTRUMENT, index, 0);
        double beta = sector(index).beta() * dice.nextDouble(0.8, 1.2);
        double own = dice.nextDouble(0.007, 0.018);
        // Growth beside the market of -10 % to 10 % a year, as two of three companies have; variance taken out.
        double drift = 0.07 * dice.nextGaussian() / 252 - own * own / 2;
        double price = dice.nextDouble(12, 160);
        boolean late = dice.nextDouble() < 0.10;
        long listed = late ? first + dice.nextInt(60, 6 * DAYS_PER_YEAR) : first;
        boolean leaves = dice.nextDouble() < 0.04;
        long delisted = leaves ? listed + dice.nextInt(DAYS_PER_YEAR, 8 * DAYS_PER_YEAR) : Long.MAX_VALUE;
        return new Traits(beta, own, drift, price, listed, delisted);
    }

    /**
     * Returns the logarithmic changes of an instrument, listed or not. The change at {@code t} is that from day
     * {@code t - 1} to day {@code t}.
     */
    private double[] changes(int index, Traits traits) {
        SplittableRandom dice = Dice.at(recipe.seed(), Purpose.INSTRUMENT_DAY, index, 0);
        double[] changes = new double[days.length];
        for (int t = 0; t < days.length; t++) {
            double own = traits.ownVolatility * Math.sqrt(factors.nervousness(t)) * MarketFactors.fatTailed(dice);
            double shared = isFund(index) ? 0 : factors.sector(sector(index), t);
            double change = traits.beta * factors.market(t) + shared + own + traits.drift;
            // A company that lost half in a day would be news; beyond that it is a broken file.
            changes[t] = Math.max(-0.6, Math.min(0.6, change));
        }
        return changes;
    }

    /** Returns the prices of one instrument over all days. */
    GeneratedSeries series(int index) {
        Traits traits = traits(index);
        double[] changes = changes(index, traits);
        double[] paid = new double[days.length];
        double[] sharesOfToday = new double[days.length];
        Arrays.fill(paid, Double.NaN);
        double price = traits.firstPrice;
        double splits = 1;
        for (int t = 0; t < days.length; t++) {
            sharesOfToday[t] = splits;
            if (days[t] < traits.listedDay || days[t] >= traits.delistedDay) {
                continue;
            }
            price *= Math.exp(changes[t]);
            if (price > SPLIT_ABOVE) {
                price /= SPLIT_INTO;
                splits *= SPLIT_INTO;
                sharesOfToday[t] = splits;
            }
            paid[t] = cents(price);
        }
        for (int t = 0; t < days.length; t++) {
            sharesOfToday[t] = splits / sharesOfToday[t];
        }
        return new GeneratedSeries(paid, sharesOfToday);
    }

    /** Prices are quoted in cents; below a dollar, finer. */
    static double cents(double price) {
        double unit = price < 1 ? 10_000 : 100;
        return Math.max(1, Math.rint(price * unit)) / unit;
    }

    /** Returns the trading of one instrument, day by day; null where it is not traded. */
    @Nullable
    PriceBar[] bars(int index, GeneratedSeries series, Instrument instrument) {
        SplittableRandom dice = Dice.at(recipe.seed(), Purpose.INSTRUMENT_DAY, index, 1);
        double spread = 0.3 * traits(index).ownVolatility + 0.002;
        @Nullable PriceBar[] bars = new PriceBar[days.length];
        for (int t = 0; t < days.length; t++) {
            double volume = instrument.averageDailyVolume()
                    * Dice.lognormal(dice.nextGaussian(), 0.4)
                    * Math.sqrt(factors.nervousness(t));
            double overnight = spread * dice.nextGaussian() / 2;
            double reach = spread * Math.abs(dice.nextGaussian());
            if (series.isTraded(t)) {
                double close = series.paid(t);
                double open =
                        cents((t > 0 && series.isTraded(t - 1) ? before(series, t) : close) * Math.exp(overnight));
                bars[t] = new PriceBar(
                        open,
                        cents(Math.max(open, close) * (1 + reach)),
                        cents(Math.min(open, close) / (1 + reach)),
                        close,
                        series.adjusted(t),
                        Math.rint(volume / series.sharesOfToday(t)));
            }
        }
        return bars;
    }

    /** Returns the close of the day before, in shares of day {@code t}. */
    private static double before(GeneratedSeries series, int t) {
        return series.adjusted(t - 1) * series.sharesOfToday(t);
    }
}
