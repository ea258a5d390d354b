package io.nqba.compute.kernel.assignment;

import java.util.Arrays;

/**
 * Prices of the hours of many agents on their way to balance, each agent asked for as many hours as there are. Work sees the prices
 * {@link OfferedPrices spread}; the spread shrinks stage by stage, so that agents who are nearly alike are told apart last. Then what
 * all work chooses is nearly a plan, and worth nearly as much as the bound: by about the last spread.
 *
 * <p>Spread prices make agents answer as in a logit model, where the logarithm of what an agent is asked for falls evenly with its
 * price. Each round is a Newton step in these logarithms on the curvature that work between two agents shows, each agent within a box
 * that grows while the step keeps its direction and shrinks when it turns (as in RPROP), after agents that share work have moved to
 * their common level. Every answer proves a bound, since a discount only helps the work.
 *
 * <p>A state machine without threads, clock or randomness; it is its own saved state. Crosses the grid wire. A round costs O(pairs ·
 * steps of conjugate gradients).
 *
 * <p>D. McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior" (1974); M. Riedmiller, H. Braun, "A Direct Adaptive Method
 * for Faster Backpropagation Learning: The RPROP Algorithm" (1993), doi:10.1109/ICNN.1993.298623.
 */
public final class BalancedPrices {
    /** Damping beside the answer of a logit model; less circles, more crawls (tried on a million leads, November 2026). */
    private static final double FIRST_DAMPING = 0.1;

    /** While an agent goes on the same way. */
    private static final double SOFTER = 0.6;

    private static final double LEAST_DAMPING = 0.002;
    private static final double MOST_DAMPING = 0.3;

    private static final double FIRST_BOX = 2;
    private static final double LEAST_BOX = 0.3;
    private static final double MOST_BOX = 8;
    private static final double MOST_MOVE = 0.1;
    private static final double MOST_LEVEL = 3;
    /** Factor between hours and demand that a step looks at, at most. */
    private static final double FAR = 50;

    private static final double BANDWIDTH = 0.5;
    private static final double LEAST_EDGE_BANDWIDTH = 0.01;
    private static final double EVEN_ENOUGH = 0.01;

    private final double[] most;
    private final double[] least;
    private final double penalty;
    private final double typicalPrice;
    private final double[] spreads;
    private final int roundsEach;

    private final double[] box;
    private final double[] stiffness;
    private final double[] lastMove;
    private double[] price;
    private int stage;
    private int round;
    private double discount;
    private double imbalance = Double.POSITIVE_INFINITY;
    private double bound = Double.POSITIVE_INFINITY;

    /**
     * @param start first prices as an average of what work shall see, money per hour, shape {@code [agents]}
     * @param typicalPrice size of usual prices, money per hour, more than 0
     * @param spreads falling shares of the usual price
     * @param roundsEach most rounds with each spread
     */
    BalancedPrices(AgentMarket market, double[] start, double typicalPrice, double[] spreads, int roundsEach) {
        most = Arrays.stream(market.most()).mapToDouble(AgentMarket::hours).toArray();
        least = Arrays.stream(market.least()).mapToDouble(AgentMarket::hours).toArray();
        penalty = market.shortagePenalty();
        this.typicalPrice = typicalPrice;
        this.spreads = spreads.clone();
        this.roundsEach = roundsEach;
        price = start.clone();
        Arrays.setAll(price, a -> within(a, price[a]));
        box = new double[price.length];
        stiffness = new double[price.length];
        lastMove = new double[price.length];
        begin();
    }

    private void begin() {
        Arrays.fill(box, FIRST_BOX * spread());
        Arrays.fill(stiffness, FIRST_DAMPING);
    }

    private double spread() {
        return spreads[stage] * typicalPrice;
    }

    private double within(int agent, double newPrice) {
        return Math.max(least[agent] > 0 ? -penalty : 0, newPrice);
    }

    /** What to ask all work now. */
    PriceQuestion question() {
        double bandwidth = BANDWIDTH * spread();
        return new PriceQuestion(offered(), bandwidth, Math.max(bandwidth, LEAST_EDGE_BANDWIDTH * typicalPrice));
    }

    /** Returns the prices as work sees them. */
    OfferedPrices offered() {
        return new OfferedPrices(price, spread());
    }

    /** Takes the summed answer to {@link #question()}. */
    void absorb(PriceAnswer answer) {
        double[] demand =
                Arrays.stream(answer.used()).mapToDouble(AgentMarket::hours).toArray();
        double[] wanted = wanted(demand);
        look(answer, demand, wanted);
        round++;
        boolean over = round >= roundsEach || imbalance < EVEN_ENOUGH;
        if (over && stage == spreads.length - 1) {
            stage++;
            return;
        }
        move(answer, demand, wanted);
        if (over) {
            narrow();
        }
    }

    /** As many hours as an agent shall be asked for at its price; at price 0 anything between the least and the most is right. */
    private double[] wanted(double[] demand) {
        double[] wanted = new double[demand.length];
        for (int a = 0; a < wanted.length; a++) {
            if (price[a] == 0) {
                wanted[a] = Math.max(least[a], Math.min(most[a], demand[a]));
            } else {
                wanted[a] = price[a] > 0 ? most[a] : least[a];
            }
        }
        return wanted;
    }

    private void look(PriceAnswer answer, double[] demand, double[] wanted) {
        double dual = answer.utility();
        double listed = 0;
        double asked = 0;
        double off = 0;
        double all = 0;
        for (int a = 0; a < demand.length; a++) {
            dual += price[a] * (price[a] >= 0 ? most[a] : least[a]);
            listed += price[a] * demand[a];
            asked += demand[a];
            off += Math.abs(demand[a] - wanted[a]);
            all += most[a];
        }
        bound = Math.min(bound, dual);
        discount = asked == 0 ? 0 : (listed - (answer.worth() - answer.utility())) / asked;
        imbalance = all == 0 ? 0 : off / all;
    }

    private void move(PriceAnswer answer, double[] demand, double[] wanted) {
        PriceQuestion asked = question();
        var reaction = new PairReaction(answer.pairs(), asked.bandwidth(), asked.edgeBandwidth());
        int agents = price.length;
        double[] tooMany = new double[agents];
        Arrays.setAll(tooMany, a -> wanted[a] - demand[a]);
        double[] level = reaction.levels(tooMany, MOST_LEVEL * spread());
        double[] slope = reaction.times(level);
        double[] damping = new double[agents];
        double[] lower = new double[agents];
        for (int a = 0; a < agents; a++) {
            double asks = Math.max(demand[a], wanted[a] / FAR);
            slope[a] += asks == 0 ? 0 : asks * Math.log(Math.max(wanted[a], asks / FAR) / asks);
            damping[a] = stiffness[a] * (asks + 1e-9) / spread();
            lower[a] = -box[a];
        }
        double[] step = reaction.minimise(slope, damping, lower, box);
        for (int a = 0; a < agents; a++) {
            fit(a, step[a]);
            price[a] = within(a, price[a] + level[a] + step[a]);
        }
    }

    private void fit(int agent, double step) {
        if (step * lastMove[agent] <= 0) {
            box[agent] = Math.max(box[agent] / 2, LEAST_BOX * spread());
            stiffness[agent] = Math.min(stiffness[agent] * 2, MOST_DAMPING);
        } else {
            stiffness[agent] = Math.max(stiffness[agent] * SOFTER, LEAST_DAMPING);
            if (Math.abs(step) >= 0.99 * box[agent]) {
                box[agent] = Math.min(box[agent] * 2, Math.max(MOST_BOX * spread(), MOST_MOVE * typicalPrice));
            }
        }
        lastMove[agent] = step;
    }

    /** Goes on with the next spread, at prices that leave what work pays as it is. */
    private void narrow() {
        double kept = spreads[stage + 1] / spreads[stage];
        stage++;
        round = 0;
        for (int a = 0; a < price.length; a++) {
            if (price[a] > 0) {
                price[a] = within(a, price[a] - discount * (1 - kept));
            }
        }
        begin();
    }

    /** Returns whether all spreads have had their rounds. */
    boolean ended() {
        return stage == spreads.length;
    }

    /** Returns the prices of the end, as work sees them. */
    OfferedPrices last() {
        return new OfferedPrices(price, spreads[spreads.length - 1] * typicalPrice);
    }

    /** Returns what work pays on average, money per hour, shape {@code [agents]}. */
    double[] paid() {
        double[] paid = price.clone();
        for (int a = 0; a < paid.length; a++) {
            paid[a] = paid[a] > 0 ? Math.max(0, paid[a] - discount) : paid[a];
        }
        return paid;
    }

    /** Returns the least dual so far: no assignment is worth more. Infinite before the first answer. */
    double bound() {
        return bound;
    }

    /** Returns the hours that are off balance, as a share of all hours, at the last answer. */
    double imbalance() {
        return imbalance;
    }
}
