package io.nqba.model.sales;

import io.nqba.model.error.Require;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks who shall work on what: maximise the sum of win probability · amount · margin · decay with waiting over all work, each piece with
 * one agent at most, within the agents' hours, skills, territories and languages. Immutable; crosses the grid wire.
 */
public final class AssignmentRequest implements RunRequest {
    /** The last part of its REST path. */
    public static final String KIND = "lead-assignment";

    /** More agents make tables of gigabytes. */
    public static final int MOST_AGENTS = 5_000;

    private final AssignmentWork work;
    private final String[] agents;
    private final double hoursPerAgent;
    private final double hoursPerItem;
    private final double halfLifeDays;
    private final long asOfMillis;
    private final boolean marginCounts;
    private final double switchCost;
    private final double leastShare;
    private final double shortageCost;
    private final double mostShare;
    private final double targetGap;
    private final int maxRounds;
    private final long timeLimitMillis;

    private AssignmentRequest(Builder from) {
        work = from.work;
        agents = from.agents.stream().distinct().sorted().toArray(String[]::new);
        Require.within("agents", agents.length, 0, MOST_AGENTS);
        hoursPerAgent = Require.finite(
                "hoursPerAgent", Require.notNegative("hoursPerAgent", from.hoursPerAgent, "hours"), "hours");
        hoursPerItem =
                Require.finite("hoursPerItem", Require.positive("hoursPerItem", from.hoursPerItem, "hours"), "hours");
        halfLifeDays =
                Require.finite("halfLifeDays", Require.notNegative("halfLifeDays", from.halfLifeDays, "days"), "days");
        asOfMillis = from.asOfMillis;
        marginCounts = from.marginCounts;
        switchCost = Require.finite("switchCost", Require.notNegative("switchCost", from.switchCost, "money"), "money");
        leastShare = Require.fraction("leastShare", from.leastShare);
        mostShare = Require.fraction("mostShare", from.mostShare);
        shortageCost = Require.finite(
                "shortageCost", Require.positive("shortageCost", from.shortageCost, "money per hour"), "");
        if (leastShare > mostShare) {
            throw new IllegalArgumentException(
                    "The leastShare (%s) must be at most the mostShare (%s).".formatted(leastShare, mostShare));
        }
        targetGap = Require.finite("targetGap", Require.positive("targetGap", from.targetGap, ""), "");
        maxRounds = (int) Require.within("maxRounds", from.maxRounds, 1, 10_000);
        timeLimitMillis = Require.within("timeLimitMillis", from.timeLimitMillis, 1, 86_400_000L);
    }

    /**
     * Returns a builder with defaults: all active agents with their own hours, no decay, no cost of a switch.
     *
     * @param work what is assigned
     * @param asOfMillis moment at which waiting is measured, epoch milliseconds
     */
    public static Builder of(AssignmentWork work, long asOfMillis) {
        return new Builder(work, asOfMillis);
    }

    @Override
    public BusinessUnit unit() {
        return BusinessUnit.SIGMA;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return work == AssignmentWork.LEADS ? "leads" : "open deals";
    }

    public AssignmentWork work() {
        return work;
    }

    /** Returns the agents that take part; empty for all active ones. */
    public List<String> agents() {
        return List.of(agents);
    }

    /** Returns the hours of each agent; 0 for what each agent's row says. */
    public double hoursPerAgent() {
        return hoursPerAgent;
    }

    /** Returns hours of work that does not tell its own. */
    public double hoursPerItem() {
        return hoursPerItem;
    }

    /** Returns the days after which waiting has halved the value; 0 for no decay. */
    public double halfLifeDays() {
        return halfLifeDays;
    }

    public long asOfMillis() {
        return asOfMillis;
    }

    /** Returns whether the margin of the product counts, or its whole price. */
    public boolean marginCounts() {
        return marginCounts;
    }

    /** Returns money that a change of agent costs. */
    public double switchCost() {
        return switchCost;
    }

    /** Returns the share of the hours that each agent shall get at least, 0..1. */
    public double leastShare() {
        return leastShare;
    }

    /** Returns money that each hour counts which an agent is left short of the least share: what fairness may cost at most. */
    public double shortageCost() {
        return shortageCost;
    }

    /** Returns the share of the hours that each agent may get at most, 0..1. */
    public double mostShare() {
        return mostShare;
    }

    @Override
    public double targetGap() {
        return targetGap;
    }

    @Override
    public int maxRounds() {
        return maxRounds;
    }

    @Override
    public long timeLimitMillis() {
        return timeLimitMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssignmentRequest that
                && work == that.work
                && Arrays.equals(agents, that.agents)
                && Arrays.equals(numbers(), that.numbers());
    }

    @Override
    public int hashCode() {
        return Objects.hash(work, Arrays.hashCode(agents), Arrays.hashCode(numbers()));
    }

    private double[] numbers() {
        return new double[] {
            hoursPerAgent,
            hoursPerItem,
            halfLifeDays,
            asOfMillis,
            marginCounts ? 1 : 0,
            switchCost,
            leastShare,
            shortageCost,
            mostShare,
            targetGap,
            maxRounds,
            timeLimitMillis
        };
    }

    @Override
    public String toString() {
        return "AssignmentRequest[%s, %d agents named]".formatted(work, agents.length);
    }

    /** Collects the fields of a request. */
    public static final class Builder {
        private final AssignmentWork work;
        private final long asOfMillis;
        private List<String> agents = List.of();
        private double hoursPerAgent;
        private double hoursPerItem = 1;
        private double halfLifeDays;
        private boolean marginCounts = true;
        private double switchCost;
        private double leastShare;
        private double shortageCost = 1_000;
        private double mostShare = 1;
        private double targetGap = 1e-4;
        private int maxRounds = 200;
        private long timeLimitMillis = 120_000;

        private Builder(AssignmentWork work, long asOfMillis) {
            this.work = work;
            this.asOfMillis = asOfMillis;
        }

        public Builder agents(List<String> newAgents) {
            agents = List.copyOf(newAgents);
            return this;
        }

        public Builder hoursPerAgent(double newHours) {
            hoursPerAgent = newHours;
            return this;
        }

        public Builder hoursPerItem(double newHours) {
            hoursPerItem = newHours;
            return this;
        }

        public Builder halfLifeDays(double newDays) {
            halfLifeDays = newDays;
            return this;
        }

        public Builder marginCounts(boolean counts) {
            marginCounts = counts;
            return this;
        }

        public Builder switchCost(double newCost) {
            switchCost = newCost;
            return this;
        }

        public Builder shares(double least, double most) {
            leastShare = least;
            mostShare = most;
            return this;
        }

        public Builder shortageCost(double newCost) {
            shortageCost = newCost;
            return this;
        }

        public Builder stop(double newTargetGap, int newMaxRounds, long newTimeLimitMillis) {
            targetGap = newTargetGap;
            maxRounds = newMaxRounds;
            timeLimitMillis = newTimeLimitMillis;
            return this;
        }

        /**
         * Builds it.
         *
         * @throws IllegalArgumentException if a value is outside its range; the text names it
         */
        public AssignmentRequest build() {
            return new AssignmentRequest(this);
        }
    }
}
