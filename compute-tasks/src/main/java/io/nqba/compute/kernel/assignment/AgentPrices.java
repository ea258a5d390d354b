package io.nqba.compute.kernel.assignment;

/**
 * The prices of the agents' hours on their way to the least dual: asks one question a round and learns from the summed answer. Every
 * answer proves a bound, whatever the prices. A state machine without threads, clock or randomness; it is its own saved state.
 * Crosses the grid wire.
 *
 * <p>Σ capacity · price + Σ utility is convex in the prices. With much work per agent it is nearly smooth, and the work at the edge
 * between two agents tells its curvature: each round takes a Newton step on it, damped after Levenberg and Marquardt, over prices that
 * are not negative (down to minus the penalty where an agent shall get least hours). The edge is measured over a bandwidth as wide as
 * the steps are long. Where there is little work per agent the dual has kinks; {@link TransportFlow} goes the rest of the way.
 */
public final class AgentPrices {
    private static final double ACCEPTED = 1e-4;
    private static final double POOR = 0.25;
    private static final double GOOD = 0.6;
    private static final double LEAST_BANDWIDTH = 1e-5;
    private static final double MUCH_NEAR = 0.15;
    private static final double LITTLE_NEAR = 0.05;
    /** Rounds over which progress is looked at. */
    private static final int LOOK_BACK = 6;

    private static final double WORTH_A_LOOK = 0.1;

    private final double[] most;
    private final double[] least;
    private final double penalty;
    private final double typicalPrice;

    private double[] price;
    private double bandwidth;
    private double edgeBandwidth;
    private double[] centre;
    private double centreDual = Double.POSITIVE_INFINITY;
    private double[] slope = {};
    private PairReaction reaction;
    private double damping = 0.02;
    private double promised;
    private double bound = Double.POSITIVE_INFINITY;
    private double[] bestPrice;
    private double imbalance = Double.POSITIVE_INFINITY;
    private int round;
    private final double[] earlier = new double[LOOK_BACK];
    private int since;

    /**
     * @param start first prices, shape {@code [agents]}
     * @param typicalPrice size of usual prices, money per hour, more than 0
     * @param bandwidth first bandwidth, money per hour, more than 0
     */
    public AgentPrices(AgentMarket market, double[] start, double typicalPrice, double bandwidth) {
        int agents = market.agents();
        most = new double[agents];
        least = new double[agents];
        for (int a = 0; a < agents; a++) {
            most[a] = AgentMarket.hours(market.most()[a]);
            least[a] = AgentMarket.hours(market.least()[a]);
        }
        penalty = market.shortagePenalty();
        this.typicalPrice = typicalPrice;
        this.bandwidth = bandwidth;
        edgeBandwidth = bandwidth;
        reaction = new PairReaction(new PairHours(), bandwidth, bandwidth);
        price = start.clone();
        for (int a = 0; a < agents; a++) {
            price[a] = Math.max(least[a] > 0 ? -penalty : 0, price[a]);
        }
        centre = price;
        bestPrice = price;
    }

    /** What to ask all work now. */
    public PriceQuestion question() {
        return new PriceQuestion(OfferedPrices.alike(price), bandwidth, edgeBandwidth);
    }

    /** Takes the summed answer to {@link #question()}. */
    public void absorb(PriceAnswer answer) {
        round++;
        double dual = dual(answer);
        if (dual < bound) {
            bound = dual;
            bestPrice = price;
        }
        earlier[since % LOOK_BACK] = bound;
        since++;
        double gained = centreDual - dual;
        boolean first = since == 1;
        if (!first) {
            adapt(gained);
        }
        if (first || gained > ACCEPTED * promised) {
            reaction = new PairReaction(answer.pairs(), bandwidth, edgeBandwidth);
            bandwidth = adjusted(bandwidth, reaction.hours(false, bandwidth));
            edgeBandwidth = adjusted(edgeBandwidth, reaction.hours(true, edgeBandwidth));
            centre = price;
            centreDual = dual;
            slopes(answer.used());
        }
        step();
    }

    private double dual(PriceAnswer answer) {
        double sum = answer.utility();
        for (int a = 0; a < price.length; a++) {
            sum += price[a] * (price[a] >= 0 ? most[a] : least[a]);
        }
        return sum;
    }

    private void adapt(double gained) {
        if (gained < POOR * promised) {
            damping = Math.min(1e6, damping * 4);
        } else if (gained > GOOD * promised) {
            damping = Math.max(1e-5, damping * 0.3);
        }
    }

    /** Wide enough that the work within it tells a curvature, and not wider. */
    private double adjusted(double width, double nearHours) {
        double capacity = 0;
        for (double hours : most) {
            capacity += hours;
        }
        double next = width;
        if (nearHours > MUCH_NEAR * capacity) {
            next *= Math.max(0.3, 0.5 * (MUCH_NEAR + LITTLE_NEAR) * capacity / nearHours);
        } else if (nearHours < LITTLE_NEAR * capacity) {
            next *= 1.5;
        }
        return Math.max(LEAST_BANDWIDTH * typicalPrice, Math.min(typicalPrice, next));
    }

    /** At price 0 both sides are looked at: more is asked for than there is, less than the least, or neither. */
    private void slopes(long[] usedTicks) {
        slope = new double[price.length];
        imbalance = 0;
        for (int a = 0; a < price.length; a++) {
            double used = AgentMarket.hours(usedTicks[a]);
            if (price[a] > 0 || (price[a] == 0 && used > most[a])) {
                slope[a] = most[a] - used;
            } else if (price[a] < 0 || used < least[a]) {
                slope[a] = least[a] - used;
            }
            imbalance += Math.abs(slope[a] * (price[a] == 0 ? typicalPrice : price[a]));
        }
    }

    private void step() {
        int agents = price.length;
        double[] lower = new double[agents];
        double[] upper = new double[agents];
        double[] damped = new double[agents];
        double mean = 1e-9;
        for (double hours : most) {
            mean += hours / agents;
        }
        for (int a = 0; a < agents; a++) {
            boolean above = centre[a] > 0 || (centre[a] == 0 && slope[a] <= 0);
            lower[a] = above ? -centre[a] : -penalty - centre[a];
            upper[a] = above ? Double.POSITIVE_INFINITY : -centre[a];
            damped[a] = damping * Math.max(most[a], 0.1 * mean) / typicalPrice;
        }
        double[] move = reaction.minimise(slope, damped, lower, upper);
        double[] bent = reaction.times(move);
        promised = 0;
        double[] next = new double[agents];
        for (int a = 0; a < agents; a++) {
            promised -= move[a] * (slope[a] + 0.5 * bent[a]);
            next[a] = move[a] == lower[a] || move[a] == upper[a] ? 0 : centre[a] + move[a];
            if (move[a] == lower[a] && lower[a] + centre[a] < 0) {
                next[a] = -penalty;
            }
        }
        price = next;
    }

    /** Returns the least dual so far: no assignment is worth more. Infinite before the first answer. */
    public double bound() {
        return bound;
    }

    /** Returns the prices behind the bound. */
    public double[] bestPrice() {
        return bestPrice.clone();
    }

    public int round() {
        return round;
    }

    /** Returns about how far the prices are from balance, as a share of the bound. */
    public double imbalance() {
        return bound == 0 ? 0 : imbalance / Math.abs(bound);
    }

    /** Returns whether more rounds would hardly lower the bound. */
    public boolean settled(double targetGap) {
        double before = since > LOOK_BACK ? earlier[since % LOOK_BACK] : Double.POSITIVE_INFINITY;
        return since > 0
                && (imbalance() <= targetGap / 4 || before - bound <= WORTH_A_LOOK * targetGap * Math.abs(bound));
    }

    /** Goes on from prices found otherwise, such as those of an exact flow over the work at the margin. */
    public void moveTo(double[] better) {
        price = better.clone();
        for (int a = 0; a < price.length; a++) {
            price[a] = Math.max(least[a] > 0 ? -penalty : 0, price[a]);
        }
        centre = price;
        centreDual = Double.POSITIVE_INFINITY;
        since = 0;
    }
}
