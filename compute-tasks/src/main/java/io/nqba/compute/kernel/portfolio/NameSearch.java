package io.nqba.compute.kernel.portfolio;

import io.nqba.compute.kernel.annealing.SplitMix;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.ObjectiveSense;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Few names under any objective and any limits: which names to hold is searched, how much of each is solved exactly. The optimum
 * without the rules on names is the proven bound. Same input and seed, same bits. Not for several threads.
 *
 * <p>A name is held long or short; a holding is a set of such sides. Moves swap, add and drop sides; those that the slope of the
 * objective promises most are solved. Kicks leave a local optimum, and a worse one is accepted with falling probability, as annealing
 * does. Where only mean and variance count and nothing else is limited, {@link CardinalityOptimiser} gives the start: its moves cost a
 * thousandth.
 */
public final class NameSearch {
    private static final double HELD = 1e-7;
    private static final double GAIN = 1e-12;
    private static final int TRIED_SWAPS = 24;
    private static final int TRIED_ADDITIONS = 3;
    private static final int RANDOM_STARTS = 200;
    private static final int FAST_KICKS = 60;

    private final PortfolioProblem problem;
    private final PortfolioLimits limits;
    private final Rules rules;
    private final int assets;
    private final BitSet always = new BitSet();
    private final PortfolioAnswer relaxed;
    private final Set<BitSet> tried = new HashSet<>();

    /**
     * What a portfolio of few names keeps to.
     *
     * @param mostNames greatest number of names held; 0 for no limit
     * @param leastHolding least weight of a name that is held, long or short
     */
    public record Rules(int mostNames, double leastHolding) {}

    /**
     * A portfolio of few names.
     *
     * @param sides the sides held, ascending: 2·asset for long, 2·asset + 1 for short
     * @param answer its weights with the bound of the relaxation
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record Found(int[] sides, PortfolioAnswer answer) {}

    /**
     * @throws NqbaException with code INFEASIBLE if no portfolio keeps the limits, or the rules contradict them plainly
     */
    public NameSearch(PortfolioProblem problem, PortfolioLimits limits, Rules rules) {
        this.problem = problem;
        this.limits = limits;
        assets = limits.size();
        this.rules =
                new Rules(rules.mostNames() == 0 ? assets : Math.min(assets, rules.mostNames()), rules.leastHolding());
        for (int j = 0; j < assets; j++) {
            if (limits.lower()[j] > 0) {
                always.set(2 * j);
            }
            if (limits.upper()[j] < 0) {
                always.set(2 * j + 1);
            }
        }
        refusePlainContradictions();
        relaxed = problem.solve(limits);
    }

    /** Returns the optimum without the rules on names. */
    public PortfolioAnswer relaxed() {
        return relaxed;
    }

    private void refusePlainContradictions() {
        if (always.cardinality() > rules.mostNames()) {
            throw refused(
                    "%d names have a least weight above 0, at most %d may be held."
                            .formatted(always.cardinality(), rules.mostNames()),
                    "Allow at least %d names, or lower the least weights to 0.".formatted(always.cardinality()));
        }
        double[] largest = limits.upper().clone();
        Arrays.sort(largest);
        double most = 0;
        for (int k = 0; k < rules.mostNames(); k++) {
            most += Math.max(0, largest[assets - 1 - k]);
        }
        if (most < limits.budget() - 1e-9) {
            throw refused(
                    "%d names within their bounds make at most %s of the %s to invest."
                            .formatted(rules.mostNames(), NamedRow.shown(most), NamedRow.shown(limits.budget())),
                    "Allow more names, or raise the greatest weight.");
        }
        boolean fits = IntStream.range(0, assets)
                .anyMatch(j -> limits.upper()[j] >= rules.leastHolding() || -limits.lower()[j] >= rules.leastHolding());
        if (!fits) {
            throw refused(
                    "No name may be held with as much as the least holding (%s)."
                            .formatted(NamedRow.shown(rules.leastHolding())),
                    "Lower the least holding, or raise the greatest weight.");
        }
    }

    /**
     * Returns a first portfolio, improved until no move helps.
     *
     * @param cancelled read between moves; the first that was found is returned
     * @throws NqbaException with code INFEASIBLE if none is found
     */
    public Found start(long seed, BooleanSupplier cancelled) {
        Found first = fromFastSearch(seed)
                .flatMap(this::valued)
                .or(() -> valued(heaviest(relaxed.weights(), rules.mostNames())))
                .or(() -> fromElimination(seed))
                .orElseThrow(() -> refused(
                        "No portfolio of at most %d names, each held with at least %s, was found that keeps the limits; without these two rules there is one."
                                .formatted(rules.mostNames(), NamedRow.shown(rules.leastHolding())),
                        "Allow more names, or lower the least holding."));
        return improved(bits(first), first.answer(), cancelled);
    }

    private Optional<Found> valued(BitSet sides) {
        return weigh(sides).map(answer -> new Found(sides.stream().toArray(), answer));
    }

    private Optional<Found> fromElimination(long seed) {
        BitSet sides = eliminated();
        Optional<Found> found = valued(sides);
        SplitMix random = new SplitMix(seed);
        for (int k = 0; found.isEmpty() && k < RANDOM_STARTS; k++) {
            kick(sides, 1 + random.nextInt(rules.mostNames()), random);
            found = valued(sides);
        }
        return found;
    }

    /** Returns the portfolio of sides that an earlier search ended with. */
    public Found resume(int[] sides) {
        BitSet held = new BitSet();
        Arrays.stream(sides).forEach(held::set);
        PortfolioAnswer answer =
                weigh(held).orElseThrow(() -> refused("The names held do not keep the limits.", "Start anew."));
        return new Found(sides.clone(), answer);
    }

    /**
     * Goes on from a portfolio.
     *
     * @param kicks how often the search leaves a local optimum
     * @param cancelled read between kicks; the best so far is returned
     */
    public Found search(Found from, int kicks, long seed, BooleanSupplier cancelled) {
        SplitMix random = new SplitMix(seed);
        Found best = from;
        Found now = from;
        double hot = 0.02 * Math.abs(from.answer().value());
        for (int k = 0; k < kicks && !cancelled.getAsBoolean(); k++) {
            BitSet sides = bits(now);
            kick(sides, 1 + random.nextInt(3), random);
            Optional<PortfolioAnswer> kicked = weigh(sides);
            if (kicked.isEmpty()) {
                continue;
            }
            Found next = improved(sides, kicked.get(), cancelled);
            double worse = cost(next.answer()) - cost(now.answer());
            double temperature = hot * Math.pow(1e-3, k / (double) kicks);
            if (worse <= 0 || random.nextDouble() < Math.exp(-worse / temperature)) {
                now = next;
            }
            if (cost(next.answer()) < cost(best.answer()) - GAIN) {
                best = next;
            }
        }
        return best;
    }

    private double cost(PortfolioAnswer answer) {
        return problem.goal().objective().sense() == ObjectiveSense.MINIMISE ? answer.value() : -answer.value();
    }

    private static BitSet bits(Found found) {
        BitSet sides = new BitSet();
        Arrays.stream(found.sides()).forEach(sides::set);
        return sides;
    }

    /** The weights of the sides held, each at least the least holding; the bound is that of the relaxation. */
    private Optional<PortfolioAnswer> weigh(BitSet sides) {
        return solve(sides, rules.leastHolding())
                .map(answer -> new PortfolioAnswer(
                        answer.weights(),
                        answer.expectedReturn(),
                        answer.volatility(),
                        answer.tradingCost(),
                        answer.value(),
                        relaxed.bound(),
                        answer.shadowPrices(),
                        answer.steps()));
    }

    private Optional<PortfolioAnswer> solve(BitSet sides, double leastHolding) {
        double[] lower = new double[assets];
        double[] upper = new double[assets];
        for (int side = sides.nextSetBit(0); side >= 0; side = sides.nextSetBit(side + 1)) {
            int j = side / 2;
            boolean isLong = side % 2 == 0;
            lower[j] = isLong ? Math.max(leastHolding, limits.lower()[j]) : limits.lower()[j];
            upper[j] = isLong ? limits.upper()[j] : Math.min(-leastHolding, limits.upper()[j]);
            if (lower[j] > upper[j]) {
                return Optional.empty();
            }
        }
        return problem.attempt(limits.withBounds(lower, upper));
    }

    /** Sides of greatest weight, those that must be held first. */
    private BitSet heaviest(double[] weights, int most) {
        BitSet sides = (BitSet) always.clone();
        IntStream.range(0, assets)
                .filter(j -> Math.abs(weights[j]) > HELD)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -Math.abs(weights[j])))
                .mapToInt(j -> side(j, weights[j]))
                .filter(side -> !sides.get(side))
                .limit(Math.max(0, most - sides.cardinality()))
                .forEach(sides::set);
        return sides;
    }

    private static int side(int asset, double weight) {
        return 2 * asset + (weight < 0 ? 1 : 0);
    }

    /** Drops names from the relaxed answer one by one, each time the smallest that the limits can do without. */
    private BitSet eliminated() {
        BitSet sides = heaviest(relaxed.weights(), assets);
        BitSet needed = (BitSet) always.clone();
        double[] weights = relaxed.weights();
        while (sides.cardinality() > rules.mostNames()) {
            double[] now = weights;
            int least = sides.stream()
                    .filter(side -> !needed.get(side))
                    .boxed()
                    .min(Comparator.comparingDouble(side -> Math.abs(now[side / 2])))
                    .orElse(-1);
            if (least < 0) {
                break;
            }
            sides.clear(least);
            Optional<PortfolioAnswer> without = solve(sides, 0);
            if (without.isPresent()) {
                weights = without.get().weights();
            } else {
                sides.set(least);
                needed.set(least);
            }
        }
        return sides;
    }

    private Optional<BitSet> fromFastSearch(long seed) {
        var goal = problem.goal();
        double riskWeight = switch (goal.objective()) {
            case MIN_VOLATILITY -> 1;
            case QUADRATIC_UTILITY -> goal.riskAversion() / (2 + goal.riskAversion());
            default -> Double.NaN;
        };
        boolean plain = limits.groups().isEmpty()
                && limits.trades() == null
                && limits.ridge() == 0
                && limits.budget() == 1
                && rules.leastHolding() > 0
                && Arrays.stream(limits.lower()).allMatch(low -> low == 0)
                && Arrays.stream(limits.upper()).allMatch(high -> high == limits.upper()[0]);
        double most = Math.min(1, limits.upper()[0]);
        if (Double.isNaN(riskWeight) || !plain || most < rules.leastHolding()) {
            return Optional.empty();
        }
        var held = new HoldingRules(1, rules.mostNames(), rules.leastHolding(), most);
        double[] weights = new CardinalityOptimiser(problem.universe(), held)
                .frontier(new double[] {riskWeight}, FAST_KICKS, seed, () -> false)
                .get(0)
                .weights();
        return Optional.of(heaviest(weights, rules.mostNames()));
    }

    private void kick(BitSet sides, int changes, SplitMix random) {
        for (int k = 0; k < changes; k++) {
            int[] free = sides.stream().filter(side -> !always.get(side)).toArray();
            int entering = random.nextInt(2 * assets);
            if (!possible(entering) || sides.get(entering) || sides.get(entering ^ 1)) {
                continue;
            }
            if (free.length > 0) {
                sides.clear(free[random.nextInt(free.length)]);
            }
            if (sides.cardinality() < rules.mostNames()) {
                sides.set(entering);
            }
        }
    }

    private boolean possible(int side) {
        double room = side % 2 == 0 ? limits.upper()[side / 2] : -limits.lower()[side / 2];
        return room > 0 && room >= rules.leastHolding();
    }

    private Found improved(BitSet from, PortfolioAnswer first, BooleanSupplier cancelled) {
        BitSet sides = from;
        PortfolioAnswer answer = first;
        boolean better = true;
        while (better && !cancelled.getAsBoolean()) {
            better = false;
            for (BitSet move : moves(sides, answer)) {
                if (!tried.add(move)) {
                    continue;
                }
                Optional<PortfolioAnswer> moved = weigh(move);
                if (moved.isPresent() && cost(moved.get()) < cost(answer) - GAIN * (1 + Math.abs(answer.value()))) {
                    sides = move;
                    answer = moved.get();
                    better = true;
                    break;
                }
            }
        }
        return new Found(sides.stream().toArray(), answer);
    }

    private record Move(BitSet sides, double promise) {}

    /** Moves in the order of what the slope promises. */
    private Iterable<BitSet> moves(BitSet sides, PortfolioAnswer answer) {
        double[] slope = problem.slope(answer, limits);
        double[] weights = answer.weights();
        int[] entering = IntStream.range(0, 2 * assets)
                .filter(side -> possible(side) && !sides.get(side) && !sides.get(side ^ 1))
                .boxed()
                .sorted(Comparator.comparingDouble(side -> pull(slope, side)))
                .limit(TRIED_SWAPS)
                .mapToInt(side -> side)
                .toArray();
        IntStream leaving = sides.stream().filter(side -> !always.get(side));
        var swaps = leaving.boxed()
                .flatMap(out -> Arrays.stream(entering).mapToObj(in -> {
                    double weight = Math.abs(weights[out / 2]);
                    return new Move(with(sides, out, in), weight * (pull(slope, in) - pull(slope, out)));
                }));
        var additions = sides.cardinality() >= rules.mostNames()
                ? Stream.<Move>empty()
                : Arrays.stream(entering)
                        .limit(TRIED_ADDITIONS)
                        .mapToObj(in -> new Move(with(sides, -1, in), Double.NEGATIVE_INFINITY));
        var drops = sides.stream()
                .filter(side -> !always.get(side) && Math.abs(weights[side / 2]) <= rules.leastHolding() + HELD)
                .mapToObj(out -> new Move(with(sides, out, -1), Double.NEGATIVE_INFINITY));
        var ranked = swaps.sorted(Comparator.comparingDouble(Move::promise)).limit(TRIED_SWAPS);
        return Stream.concat(Stream.concat(additions, drops), ranked)
                .map(Move::sides)
                .toList();
    }

    private static double pull(double[] slope, int side) {
        return side % 2 == 0 ? slope[side / 2] : -slope[side / 2];
    }

    private static BitSet with(BitSet sides, int out, int in) {
        BitSet moved = (BitSet) sides.clone();
        if (out >= 0) {
            moved.clear(out);
        }
        if (in >= 0) {
            moved.set(in);
        }
        return moved;
    }

    private static NqbaException refused(String problem, String remedy) {
        return new NqbaException(ErrorCode.INFEASIBLE, problem, remedy);
    }
}
