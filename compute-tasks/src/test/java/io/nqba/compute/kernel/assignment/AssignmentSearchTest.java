package io.nqba.compute.kernel.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentSearchTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalHoursReachTheOptimumOfTheProgram(long seed) {
        var samples = new SampleMarkets(seed);
        AgentMarket market = samples.market(7, 4, 8, false);
        WorkItems items = samples.items(60, 4, 7, true);

        AssignmentSearch search = AssignmentSearch.solve(market, items, 1e-9);

        assertThat(search.value()).isCloseTo(AssignmentProgram.wholeOptimum(market, items), within(1e-6));
        assertThat(search.gap()).isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void unequalHoursStayBetweenTheProgramsOfSplitAndWholeItems(long seed) {
        var samples = new SampleMarkets(seed);
        AgentMarket market = samples.market(5, 3, 25, false);
        WorkItems items = samples.items(80, 3, 5, false);

        AssignmentSearch search = AssignmentSearch.solve(market, items, 1e-9);

        double split = AssignmentProgram.splitOptimum(market, items);
        assertThat(search.bound()).isCloseTo(split, within(1e-6 * split));
        double whole = AssignmentProgram.wholeOptimum(market, items);
        assertThat(search.value()).isBetween(0.975 * whole, whole + 1e-6);
    }

    @ParameterizedTest
    @ValueSource(longs = {17, 18, 19})
    void hoursThatNoPieceCanFillLowerTheBoundAndNoPlan(long seed) {
        var samples = new SampleMarkets(seed);
        AgentMarket given = samples.market(5, 3, 9, false).scaled(0.99);
        WorkItems items = samples.items(40, 3, 5, false);
        long unitTicks = items.unitTicks(0);

        AgentMarket whole = given.inWhole(unitTicks);

        assertThat(unitTicks).as("quarters of an hour").isEqualTo(AgentMarket.TICKS_PER_HOUR / 4);
        double optimum = AssignmentProgram.wholeOptimum(given, items);
        assertThat(AssignmentProgram.wholeOptimum(whole, items)).isCloseTo(optimum, within(1e-6));
        assertThat(AssignmentSearch.solve(whole, items, 1e-9).bound())
                .isBetween(optimum - 1e-6, AssignmentProgram.splitOptimum(given, items) - 1e-6);
    }

    @Test
    void nobodyLosesLeastHoursToWholePieces() {
        var market = new AgentMarket(new double[] {10.1, 10.1}, new double[] {0, 10.1}, 0, 1, c -> new double[] {1, 1});

        AgentMarket whole = market.inWhole(AgentMarket.TICKS_PER_HOUR);

        assertThat(whole.most()[0]).isEqualTo(10 * AgentMarket.TICKS_PER_HOUR);
        assertThat(whole.most()[1]).isEqualTo(market.most()[1]);
        assertThat(WorkItems.none().unitTicks(6)).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void leastHoursAndSwitchCostsBoundAsTheProgramDoes(long seed) {
        var samples = new SampleMarkets(seed);
        AgentMarket market = samples.market(6, 3, 12, true);
        WorkItems items = samples.items(70, 3, 6, true);

        AssignmentSearch search = AssignmentSearch.solve(market, items, 1e-9);

        double split = AssignmentProgram.splitOptimum(market, items);
        assertThat(search.bound()).isCloseTo(split, within(1e-6 * Math.abs(split)));
        assertThat(search.value()).isCloseTo(AssignmentProgram.wholeOptimum(market, items), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void noCapacityIsExceededAndValueLiesBetweenGreedyAndBound(long seed) {
        var samples = new SampleMarkets(seed);
        AgentMarket market = samples.market(40, 12, 50, false);
        WorkItems items = samples.items(2_000, 12, 40, false);

        AssignmentSearch search = AssignmentSearch.solve(market, items, 1e-4);

        int[] agent = agents(search, market, items);
        long[] left = market.most();
        for (int i = 0; i < agent.length; i++) {
            if (agent[i] >= 0) {
                left[agent[i]] -= items.ticks(i);
                assertThat(market.worth(items, i, agent[i])).isNotNaN();
            }
        }
        assertThat(Arrays.stream(left).min().orElseThrow()).isNotNegative();
        assertThat(SerialPolicies.value(market, items, agent))
                .isCloseTo(search.value(), within(1e-6))
                .isGreaterThan(SerialPolicies.value(market, items, new SerialPolicies(market, items).sortedGreedy()))
                .isLessThanOrEqualTo(search.bound());
        assertThat(search.gap()).isLessThan(5e-3);
    }

    @ParameterizedTest
    @ValueSource(longs = {71, 72})
    void muchWorkKeepsEveryCapacityAndComesNearTheBound(long seed) {
        var samples = new SampleMarkets(seed);
        AgentMarket market = samples.market(40, 12, 600, false);
        WorkItems items = samples.items(24_000, 12, 40, false);

        AssignmentSearch search = balanced(market, items);

        int[] agent = agents(search, market, items);
        long[] left = market.most();
        for (int i = 0; i < agent.length; i++) {
            if (agent[i] >= 0) {
                left[agent[i]] -= items.ticks(i);
            }
        }
        assertThat(Arrays.stream(left).min().orElseThrow()).isNotNegative();
        assertThat(SerialPolicies.value(market, items, agent))
                .isCloseTo(search.value(), within(1e-6 * search.value()))
                .isGreaterThan(SerialPolicies.value(market, items, new SerialPolicies(market, items).sortedGreedy()))
                .isLessThanOrEqualTo(search.bound());
        assertThat(search.gap()).isLessThan(1e-3);
    }

    @Test
    void muchWorkGivesAgentsTheirLeastHours() {
        var samples = new SampleMarkets(73);
        AgentMarket market = samples.market(20, 6, 300, true);
        WorkItems items = samples.items(6_000, 6, 20, false);

        AssignmentSearch search = balanced(market, items);

        AssignmentPlan plan = Objects.requireNonNull(search.plan());
        assertThat(plan.shortHours()).isZero();
        assertThat(search.value()).isLessThanOrEqualTo(search.bound());
        assertThat(search.gap()).isLessThan(5e-3);
    }

    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83})
    void policiesThatMindLeastHoursStayFeasibleAndBelowTheAssignment(long seed) {
        var samples = new SampleMarkets(seed);
        AgentMarket market = samples.market(12, 4, 40, true);
        WorkItems items = samples.items(300, 4, 12, false);
        var policies = new SerialPolicies(market, items);

        AssignmentSearch search = AssignmentSearch.solve(market, items, 1e-6);

        for (int[] plan : List.of(policies.firstCome(), policies.sortedGreedy())) {
            long[] left = market.most();
            long[] missing = market.least();
            for (int i = 0; i < plan.length; i++) {
                if (plan[i] >= 0) {
                    left[plan[i]] -= items.ticks(i);
                    missing[plan[i]] -= items.ticks(i);
                }
            }
            assertThat(Arrays.stream(left).min().orElseThrow()).isNotNegative();
            // There is work enough: only the last piece of an agent may not fit any more.
            assertThat(Arrays.stream(missing).max().orElseThrow()).isLessThan(4 * AgentMarket.TICKS_PER_HOUR);
            assertThat(SerialPolicies.value(market, items, plan)).isBetween(0.0, search.value());
        }
    }

    @Test
    void theOrderOfTheWorkChangesNothing() {
        AgentMarket market = new SampleMarkets(41).market(12, 5, 30, false);
        WorkItems items = new SampleMarkets(42).items(500, 5, 12, false);
        var reversed = new WorkItems.Builder(items.size());
        for (int i = items.size() - 1; i >= 0; i--) {
            reversed.add(items, i);
        }

        AssignmentSearch one = AssignmentSearch.solve(market, items, 1e-6);
        AssignmentSearch other = AssignmentSearch.solve(market, reversed.build(), 1e-6);

        assertThat(other.value()).isEqualTo(one.value());
        assertThat(other.bound()).isEqualTo(one.bound());
        assertThat(agents(other, market, items)).isEqualTo(agents(one, market, items));
    }

    @Test
    void plentyOfHoursCostNothingAndEverythingGoesToItsBest() {
        var samples = new SampleMarkets(51);
        AgentMarket market = samples.market(3, 2, 10_000, false);
        WorkItems items = samples.items(100, 2, 3, false);

        AssignmentSearch search = AssignmentSearch.solve(market, items, 1e-9);

        assertThat(search.shadowPrice()).containsOnly(0);
        assertThat(search.value()).isEqualTo(search.bound());
    }

    @Test
    void noWorkAndNoHoursEndAtOnce() {
        var samples = new SampleMarkets(61);
        AgentMarket market = samples.market(3, 2, 0, false);

        assertThat(AssignmentSearch.solve(market, WorkItems.none(), 1e-9).value())
                .isZero();
        assertThat(AssignmentSearch.solve(market, samples.items(20, 2, 3, true), 1e-9)
                        .value())
                .isZero();
    }

    /** As a run of more work than its sample does. */
    private static AssignmentSearch balanced(AgentMarket market, WorkItems items) {
        var sample = new WorkItems.Builder(16);
        for (int i = 0; i < items.size(); i += 6) {
            sample.add(items, i);
        }
        AssignmentSearch search = AssignmentSearch.warm(market, market.scaled(1 / 6.0), sample.build(), 1e-3);
        var work = new LocalWork(market, items);
        while (!search.ended()) {
            search.step(market, work);
        }
        return search;
    }

    private static int[] agents(AssignmentSearch search, AgentMarket market, WorkItems items) {
        AssignmentPlan plan = Objects.requireNonNull(search.plan());
        var agents = new PricedAgents(market, plan.prices());
        var choice = new Choice();
        int[] agent = new int[items.size()];
        Arrays.setAll(agent, i -> plan.agent(agents, items, i, choice));
        return agent;
    }
}
