package io.nqba.compute.finance.portfolio;

import io.nqba.compute.kernel.portfolio.Universe;
import io.nqba.model.finance.PortfolioObjective;
import java.util.Arrays;
import java.util.Locale;

/** Says in one sentence why an instrument is bought or sold: what it adds to return and to risk at the margin, and which limit stops it. */
final class TradeReasons {
    private static final double AT_BOUND = 1e-6;

    private final PortfolioModel model;
    private final double[] weights;
    private final Universe universe;
    private final double[] marginal;
    private final double variance;
    private final double expected;
    private final boolean full;

    /** @param weights that are proposed */
    TradeReasons(PortfolioModel model, double[] weights) {
        this.model = model;
        this.weights = weights.clone();
        universe = model.problem().universe();
        marginal = universe.covariance().times(weights);
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += marginal[j] * weights[j];
        }
        variance = sum;
        expected = universe.expectedReturn(weights);
        long held = Arrays.stream(weights)
                .filter(weight -> Math.abs(weight) > AT_BOUND)
                .count();
        full = model.request().mostNames() > 0 && held >= model.request().mostNames();
    }

    /** Returns why a weight changes; the sign of {@code change} says whether it is bought. */
    String of(int asset, double change) {
        double weight = weights[asset];
        if (asset >= model.assets().chosen()) {
            return "It is not among the instruments to choose from.";
        }
        String driver = driver(asset, change > 0);
        if (Math.abs(weight) < AT_BOUND) {
            return full
                    ? "Sold out: at most %d names are held, and others do more for the objective. %s"
                            .formatted(model.request().mostNames(), driver)
                    : "Closed: " + lowered(driver);
        }
        double most = model.limits().upper()[asset];
        double least = model.limits().lower()[asset];
        if (!model.request().objective().rule() && Math.abs(weight - most) < AT_BOUND) {
            return "At its greatest weight (%s): %s".formatted(percent(most), lowered(driver));
        }
        if (!model.request().objective().rule() && Math.abs(weight - least) < AT_BOUND) {
            return "At its least weight (%s): %s".formatted(percent(least), lowered(driver));
        }
        return driver;
    }

    private String driver(int asset, boolean bought) {
        PortfolioObjective objective = model.request().objective();
        if (objective == PortfolioObjective.EQUAL_WEIGHT) {
            return "Every instrument gets the same weight (%s).".formatted(percent(weights[asset]));
        }
        if (objective == PortfolioObjective.RISK_PARITY) {
            return "Its weight goes to %s, where it carries the same risk as every other."
                    .formatted(percent(weights[asset]));
        }
        // Moves of an instrument per move of the whole: below 1 it calms, above 1 it stirs.
        double moves = variance > 0 ? marginal[asset] / variance : Double.NaN;
        double gain = universe.expectedReturns()[asset];
        boolean judged = objective != PortfolioObjective.MIN_VOLATILITY
                && objective != PortfolioObjective.MIN_CVAR
                && objective != PortfolioObjective.HRP;
        boolean better = gain >= expected;
        if (judged && better == bought) {
            return String.format(
                    Locale.ENGLISH,
                    "It expects %s a year, %s than the proposal as a whole (%s).",
                    percent(gain),
                    better ? "more" : "less",
                    percent(expected));
        }
        if (Double.isFinite(moves) && (moves <= 1) == bought) {
            return String.format(
                    Locale.ENGLISH,
                    "It moves %.2f times with the proposal: more of it %s.",
                    moves,
                    bought ? "calms the whole" : "would stir the whole");
        }
        return "Its weight goes to %s, where one more share of it neither helps nor harms."
                .formatted(percent(weights[asset]));
    }

    private static String lowered(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", 100 * share).replace('-', '−');
    }
}
