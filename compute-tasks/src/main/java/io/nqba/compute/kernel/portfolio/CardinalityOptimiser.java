package io.nqba.compute.kernel.portfolio;

import io.nqba.compute.kernel.annealing.SplitMix;
import io.nqba.compute.kernel.portfolio.CardinalitySearch.Holding;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Portfolios of few names, each held at a least weight: minimise riskWeight · variance - (1 - riskWeight) · return. Each answer carries
 * the optimum without these rules as its bound.
 *
 * <p>Neighbouring risk weights mostly like the same names, so all points of a frontier share what they find: each is searched from its
 * relaxed answer, from its neighbours' names, and from kicks of both. Same input and seed, same bits.
 */
public final class CardinalityOptimiser {
    private final Universe universe;
    private final HoldingRules rules;

    /** @throws NqbaException if the universe has fewer assets than names are asked for */
    public CardinalityOptimiser(Universe universe, HoldingRules rules) {
        if (universe.size() < rules.fewest()) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The universe has %d assets, at least %d must be held.".formatted(universe.size(), rules.fewest()),
                    "Widen the universe, or ask for fewer names.");
        }
        this.universe = universe;
        this.rules = rules;
    }

    /**
     * One portfolio of the frontier.
     *
     * @param riskWeight 0 for return only to 1 for risk only
     * @param weights shape {@code [assets]}
     * @param value objective, to be minimised
     * @param bound proven least objective
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record Point(double riskWeight, double[] weights, double value, double bound) {}

    /**
     * Searches one portfolio per risk weight.
     *
     * @param riskWeights each 0 to 1, in order
     * @param kicks rounds of kicks per point: work grows with them, a point that no kick improves is done sooner
     * @param cancelled read between rounds; the best so far is returned
     */
    public List<Point> frontier(double[] riskWeights, int kicks, long seed, BooleanSupplier cancelled) {
        for (double riskWeight : riskWeights) {
            if (!(riskWeight >= 0 && riskWeight <= 1)) {
                throw new NqbaException(
                        ErrorCode.INVALID_PROBLEM,
                        "The risk weight (%s) must be between 0 and 1.".formatted(riskWeight),
                        "Send 0 for return only up to 1 for risk only.");
            }
        }
        CardinalitySearch search = new CardinalitySearch(universe.covariance(), universe.expectedReturns(), rules);
        double[] bounds = new double[riskWeights.length];
        Holding[] best = startFromRelaxed(riskWeights, search, bounds);
        for (int k = 1; k < best.length; k++) {
            take(search, riskWeights, best, k, best[k - 1]);
        }
        for (int k = best.length - 2; k >= 0; k--) {
            take(search, riskWeights, best, k, best[k + 1]);
        }
        SplitMix random = new SplitMix(seed);
        for (int round = 0; round < kicks && !cancelled.getAsBoolean(); round++) {
            kickAll(search, riskWeights, best, round, random);
        }
        return IntStream.range(0, best.length)
                .mapToObj(k -> new Point(riskWeights[k], best[k].spread(universe.size()), best[k].value, bounds[k]))
                .toList();
    }

    private void kickAll(CardinalitySearch search, double[] riskWeights, Holding[] best, int round, SplitMix random) {
        boolean forward = round % 2 == 0;
        for (int step = 0; step < best.length; step++) {
            int k = forward ? step : best.length - 1 - step;
            int source = Math.min(best.length - 1, Math.max(0, k + random.nextInt(5) - 2));
            Holding kicked = new Holding(rules.most());
            kicked.set(best[source]);
            search.weigh(riskWeights[k]);
            search.kick(kicked, 1 + random.nextInt(3), random);
            search.improve(kicked);
            if (kicked.value < best[k].value) {
                best[k].set(kicked);
                spread(search, riskWeights, best, k);
            }
        }
    }

    /** Offers an improvement to the neighbours for as long as they take it. */
    private void spread(CardinalitySearch search, double[] riskWeights, Holding[] best, int from) {
        for (int k = from + 1; k < best.length && take(search, riskWeights, best, k, best[k - 1]); k++) {
            // Goes on while the neighbour improves.
        }
        for (int k = from - 1; k >= 0 && take(search, riskWeights, best, k, best[k + 1]); k--) {
            // Goes on while the neighbour improves.
        }
    }

    private boolean take(CardinalitySearch search, double[] riskWeights, Holding[] best, int k, Holding offered) {
        search.weigh(riskWeights[k]);
        Holding copy = new Holding(rules.most());
        copy.set(offered);
        search.improve(copy);
        boolean better = copy.value < best[k].value;
        if (better) {
            best[k].set(copy);
        }
        return better;
    }

    private Holding[] startFromRelaxed(double[] riskWeights, CardinalitySearch search, double[] bounds) {
        Holding[] best = new Holding[riskWeights.length];
        ProgramSolution similar = null;
        for (int k = 0; k < best.length; k++) {
            ProgramSolution relaxed = relax(riskWeights[k], similar);
            similar = riskWeights[k] > 0 ? relaxed : null;
            bounds[k] = relaxed.bound();
            search.weigh(riskWeights[k]);
            best[k] = search.heaviest(relaxed.x());
            search.improve(best[k]);
        }
        return best;
    }

    /** The optimum without a limit on the names and without a least holding. */
    private ProgramSolution relax(double riskWeight, @Nullable ProgramSolution similar) {
        int n = universe.size();
        PortfolioForm form = new PortfolioForm(PortfolioLimits.between(n, 0, rules.mostHolding()), 0);
        double[] linear = Arrays.stream(universe.expectedReturns())
                .map(expected -> (riskWeight - 1) * expected)
                .toArray();
        SymmetricMatrix risk = riskWeight > 0 ? universe.covariance().scaled(2 * riskWeight, 0) : null;
        ConvexProgram program = form.program(risk, linear, 0, List.of());
        return ProgramSolver.solve(program, similar).orElseThrow(() -> Contradiction.explain(form, List.of()));
    }
}
