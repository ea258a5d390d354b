package io.nqba.compute.kernel.assignment;

/**
 * A plan from prices: work far from the margin goes where it pays most, work at the margin is decided one by one against the hours that
 * are left.
 */
final class MarginTrial {
    /** Items that are decided one by one; more makes messages of megabytes. */
    static final int MOST_OPEN = 30_000;

    private static final long MOST_LOOKS = 8_000_000;

    private final AgentMarket market;
    private final OfferedPrices offered;
    private final MarginCut cut;
    private final OpenWork open;
    private final WorkItems items;
    private final AgentMarket rest;

    private MarginTrial(AgentMarket market, WorkSource work, OfferedPrices offered, double typicalPrice) {
        this.market = market;
        this.offered = offered;
        cut = work.margins(offered, typicalPrice).cut(market, MOST_OPEN);
        open = work.open(offered, cut);
        items = open.items();
        rest = rest(market, open.used());
    }

    /** Decides the work at the margin as an exact flow of hours, and makes it whole: for prices that leave many hours off balance. */
    static Found flow(AgentMarket market, WorkSource work, double[] price, double typicalPrice) {
        var trial = new MarginTrial(market, work, OfferedPrices.alike(price), typicalPrice);
        var profiles = new Profiles(trial.priced(), trial.items, price);
        var flow = new TransportFlow(trial.rest, profiles, price);
        flow.solve(MOST_LOOKS);
        return new Found(trial.plan(profiles, flow.held(), flow.prices()), flow.prices());
    }

    /** Leaves the work at the margin where it chose to go, and moves only what agents have no hours for: for balanced prices. */
    static Found repair(
            AgentMarket market, WorkSource work, OfferedPrices offered, double[] paid, double typicalPrice) {
        var trial = new MarginTrial(market, work, offered, typicalPrice);
        var profiles = new Profiles(trial.priced(), trial.items, paid);
        return new Found(trial.plan(profiles, profiles.chosen(), paid), paid);
    }

    private PricedAgents priced() {
        return new PricedAgents(rest, offered);
    }

    private static AgentMarket rest(AgentMarket market, long[] used) {
        long[] most = market.most();
        long[] least = market.least();
        for (int a = 0; a < most.length; a++) {
            most[a] -= used[a];
            least[a] -= used[a];
        }
        return market.withTicks(most, least);
    }

    private AssignmentPlan plan(Profiles profiles, long[][] held, double[] price) {
        int[] agent = new WholeUnits(rest, profiles, held, price).solve(items.size());
        long[] used = open.used();
        double value = open.worth();
        for (int i = 0; i < agent.length; i++) {
            if (agent[i] >= 0) {
                used[agent[i]] += items.ticks(i);
                value += market.worth(items, i, agent[i]);
            }
        }
        double shortHours = 0;
        long[] least = market.least();
        for (int a = 0; a < used.length; a++) {
            shortHours += AgentMarket.hours(Math.max(0, least[a] - used[a]));
        }
        return new AssignmentPlan(
                offered, cut, items, agent, used, value - market.shortagePenalty() * shortHours, shortHours);
    }

    /** What a trial found: a plan, whole and within all hours, and prices at which its bound is to be looked for. */
    static final class Found {
        private final AssignmentPlan plan;
        private final double[] price;

        Found(AssignmentPlan plan, double[] price) {
            this.plan = plan;
            this.price = price;
        }

        AssignmentPlan plan() {
            return plan;
        }

        /** Returns the prices, money per hour, shape {@code [agents]}. */
        double[] price() {
            return price;
        }
    }
}
