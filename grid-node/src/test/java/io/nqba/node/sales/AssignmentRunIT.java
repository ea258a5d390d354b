package io.nqba.node.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.sales.assignment.AssignmentRetention;
import io.nqba.compute.sales.scoring.ArrivalScores.Scored;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.sales.AgentPrice;
import io.nqba.model.sales.AgentPriceKey;
import io.nqba.model.sales.Assignment;
import io.nqba.model.sales.AssignmentKey;
import io.nqba.model.sales.AssignmentRequest;
import io.nqba.model.sales.AssignmentWork;
import io.nqba.model.sales.CurrentAssignmentPrices;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.Outcome;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import io.nqba.node.optimisation.RunDesk;
import io.nqba.node.sales.assignment.AssignmentOnArrival;
import io.nqba.node.testing.GridFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.apache.ignite.client.IgniteClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AssignmentRunIT {
    private static final long NOW = 1_795_000_000_000L;
    private static final long DAY = 86_400_000L;
    private static final int LEADS = 1_500;

    @Test
    void oneNodeAndThreeGiveTheSameBitsWithinEveryCapacity() {
        OptimizationRun alone;
        Map<String, String> agents;
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = grid.client()) {
            load(grid.ignite());
            var desk = new RunDesk(client);
            alone = desk.untilEnded(desk.submit(request().build()).runId());
            assertThat(alone.state()).as(alone.problem()).isEqualTo(RunState.SUCCEEDED);
            assertStored(grid.ignite(), alone);
            agents = agents(grid.ignite(), alone.runId());
        }
        try (GridFixture grid = GridFixture.inMemory(3);
                IgniteClient client = grid.client()) {
            load(grid.ignite());
            var desk = new RunDesk(client);

            OptimizationRun run = desk.untilEnded(desk.submit(request().build()).runId());

            assertThat(run.nodes()).isEqualTo(3);
            assertThat(run.value()).isEqualTo(alone.value());
            assertThat(run.bound()).isEqualTo(alone.bound());
            assertThat(run.findings()).isEqualTo(alone.findings());
            assertThat(agents(grid.ignite(), run.runId())).isEqualTo(agents);
        }
    }

    @Test
    void leastSharesAreKeptOldRowsRemovedAndUnknownAgentsRefused() {
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = grid.client()) {
            load(grid.ignite());
            var desk = new RunDesk(client);

            OptimizationRun run = desk.untilEnded(
                    desk.submit(request().shares(0.9, 1).shortageCost(10_000).build())
                            .runId());

            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(prices(grid.ignite(), run.runId()).values())
                    .allSatisfy(price -> assertThat(price.hoursUsed())
                            .isBetween(0.9 * price.hoursCapacity() - 4, price.hoursCapacity()));
            OptimizationRun later =
                    desk.untilEnded(desk.submit(request().build()).runId());
            AssignmentRetention.sweep(grid.ignite(), AssignmentWork.DEALS, 0);
            assertThat(rows(grid.ignite(), run.runId())).hasSize(LEADS);
            AssignmentRetention.sweep(grid.ignite(), AssignmentWork.LEADS, 0);
            assertThat(rows(grid.ignite(), run.runId())).isEmpty();
            assertThat(prices(grid.ignite(), run.runId())).isEmpty();
            assertThat(rows(grid.ignite(), later.runId())).hasSize(LEADS);
            assertThatThrownBy(() -> desk.submit(
                            request().agents(List.of("nobody-known")).build()))
                    .isInstanceOf(NqbaException.class)
                    .hasMessageContaining("There is no agent (nobody-known).");
        }
    }

    @Test
    void newLeadsTakeHoursThatAreLeftAndKeepTheirAgent() throws InterruptedException {
        try (GridFixture grid = GridFixture.inMemory(3);
                IgniteClient client = grid.client()) {
            load(grid.ignite());
            var desk = new RunDesk(client);
            OptimizationRun run = desk.untilEnded(
                    desk.submit(request().hoursPerAgent(400).build()).runId());
            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            double[] before = current(grid.ignite()).hoursLeft();
            var leads = grid.ignite().<String, Lead>cache(CacheNames.LEAD);
            Lead like = leads.get("l1");
            List<Assignment> given = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Lead lead = Lead.of("new-" + i)
                        .schemaId("demo")
                        .productId(like.productId())
                        .amount(5_000)
                        .workHours(2)
                        .createdAtMillis(NOW)
                        .build();
                leads.put(lead.leadId(), lead);
                given.add(assign(client, lead.leadId()));
            }

            double[] after = current(grid.ignite()).hoursLeft();

            long taken = given.stream().filter(row -> !row.repId().isEmpty()).count();
            assertThat(taken).isPositive();
            assertThat(Arrays.stream(before).sum() - Arrays.stream(after).sum()).isCloseTo(2.0 * taken, within(1e-9));
            assertThat(Arrays.stream(after).min().orElseThrow()).isNotNegative();
            assertThat(assign(client, "new-0")).isEqualTo(given.get(0));
            assertThat(current(grid.ignite()).hoursLeft()).isEqualTo(after);
        }
    }

    @Test
    void aLeadThatComesInIsAssignedOnItsNodeOnceThereArePrices() throws InterruptedException {
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = grid.client()) {
            Ignite ignite = grid.ignite();
            load(ignite);
            new AssignmentOnArrival().leadScored(ignite, arriving("early", Outcome.UNKNOWN), null);
            assertThat(ignite.cache(CacheNames.ASSIGNMENT).size()).isZero();
            var desk = new RunDesk(client);
            OptimizationRun run = desk.untilEnded(
                    desk.submit(request().hoursPerAgent(400).build()).runId());
            double[] before = current(ignite).shadowPrices();

            ignite.<String, Lead>cache(CacheNames.LEAD).put("late", arriving("late", Outcome.UNKNOWN));

            var assignments = ignite.<AssignmentKey, Assignment>cache(CacheNames.ASSIGNMENT);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> assignments.containsKey(new AssignmentKey(run.runId(), "late")));
            Assignment given = assignments.get(new AssignmentKey(run.runId(), "late"));
            assertThat(given.repId()).isNotEmpty();
            assertThat(given.reason()).startsWith("New: ").endsWith(".");
            new AssignmentOnArrival().leadScored(ignite, arriving("lost", Outcome.LOST), null);
            assertThat(assignments.containsKey(new AssignmentKey(run.runId(), "lost")))
                    .isFalse();
            assertThat(current(ignite).shadowPrices()).isEqualTo(before);
        }
    }

    @Test
    void leadsThatComeTogetherGetWhatTheyWouldGetOneByOne() {
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = grid.client()) {
            Ignite ignite = grid.ignite();
            load(ignite);
            var desk = new RunDesk(client);
            OptimizationRun run = desk.untilEnded(
                    desk.submit(request().hoursPerAgent(240).build()).runId());
            CurrentAssignmentPrices atFirst = current(ignite);
            List<Scored> arrivals = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                arrivals.add(new Scored(arriving("new-" + i, i % 9 == 0 ? Outcome.LOST : Outcome.UNKNOWN), null));
            }
            arrivals.forEach(one -> new AssignmentOnArrival().leadScored(ignite, one.lead(), one.score()));
            Map<String, Assignment> oneByOne = rows(ignite, run.runId());
            double[] left = current(ignite).hoursLeft();
            arrivals.forEach(one -> ignite.cache(CacheNames.ASSIGNMENT)
                    .remove(new AssignmentKey(run.runId(), one.lead().leadId())));
            ignite.<String, CurrentAssignmentPrices>cache(CacheNames.CURRENT_ASSIGNMENT_PRICES)
                    .put(CurrentAssignmentPrices.KEY, atFirst);

            new AssignmentOnArrival().leadsScored(ignite, arrivals);

            assertThat(rows(ignite, run.runId())).isEqualTo(oneByOne);
            assertThat(current(ignite).hoursLeft()).isEqualTo(left);
            assertThat(oneByOne.values().stream().filter(row -> row.reason().startsWith("New: ")))
                    .as("some got an agent, for others no hours were left")
                    .hasSizeBetween(1, 500);
            assertThat(Arrays.stream(left).min().orElseThrow()).isNotNegative();
            new AssignmentOnArrival().leadsScored(ignite, arrivals);
            assertThat(current(ignite).hoursLeft()).as("twice is once").isEqualTo(left);
        }
    }

    @Test
    void leadsThatNobodyCameToAreFoundInTheirPartition() {
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = grid.client()) {
            Ignite ignite = grid.ignite();
            load(ignite);
            int partition = ignite.affinity(CacheNames.LEAD).partition("late");
            assertThat(new AssignmentOnArrival().missed(ignite, partition))
                    .as("no prices yet")
                    .isEmpty();
            var desk = new RunDesk(client);
            OptimizationRun run = desk.untilEnded(desk.submit(request().build()).runId());
            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(new AssignmentOnArrival().missed(ignite, partition)).isEmpty();
            ignite.<String, Lead>cache(CacheNames.LEAD).put("late", arriving("late", Outcome.UNKNOWN));
            AssignmentKey key = new AssignmentKey(run.runId(), "late");
            var assignments = ignite.<AssignmentKey, Assignment>cache(CacheNames.ASSIGNMENT);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> assignments.containsKey(key));
            assignments.remove(key);

            assertThat(new AssignmentOnArrival().missed(ignite, partition)).containsExactly("late");
        }
    }

    private static Lead arriving(String leadId, Outcome outcome) {
        return Lead.of(leadId)
                .schemaId("demo")
                .productId("p1")
                .amount(5_000)
                .workHours(2)
                .outcome(outcome)
                .createdAtMillis(NOW)
                .build();
    }

    private static Assignment assign(IgniteClient client, String leadId) throws InterruptedException {
        return client.compute()
                .<String, TaskReply<Assignment>>execute(TaskNames.ASSIGN_LEAD, leadId)
                .orThrow();
    }

    private static CurrentAssignmentPrices current(Ignite ignite) {
        return ignite.<String, CurrentAssignmentPrices>cache(CacheNames.CURRENT_ASSIGNMENT_PRICES)
                .get(CurrentAssignmentPrices.KEY);
    }

    private static AssignmentRequest.Builder request() {
        return AssignmentRequest.of(AssignmentWork.LEADS, NOW)
                .halfLifeDays(30)
                .switchCost(10)
                .stop(1e-4, 200, 60_000);
    }

    private static void assertStored(Ignite ignite, OptimizationRun run) {
        assertThat(run.gap()).isLessThan(5e-3);
        assertThat(run.bound()).isGreaterThanOrEqualTo(run.value());
        assertThat(run.baselines())
                .extracting(Baseline::name)
                .containsExactly("current-owners", "round-robin", "first-come", "sorted-greedy");
        assertThat(run.baselines())
                .allSatisfy(baseline -> assertThat(baseline.value()).isBetween(0.0, run.value()));
        Map<String, AgentPrice> prices = prices(ignite, run.runId());
        assertThat(prices).hasSize(12);
        assertThat(prices.values())
                .allSatisfy(price -> assertThat(price.hoursUsed()).isLessThanOrEqualTo(price.hoursCapacity()));
        assertThat(prices.values())
                .anySatisfy(price -> assertThat(price.shadowPrice()).isPositive());
        List<Assignment> rows = rows(ignite, run.runId()).values().stream().toList();
        assertThat(rows).hasSize(LEADS);
        assertThat(rows.stream().mapToDouble(Assignment::value).sum()).isCloseTo(run.value(), within(1e-6));
        assertThat(rows).allSatisfy(row -> assertThat(row.reason()).endsWith("."));
        CurrentAssignmentPrices current = ignite.<String, CurrentAssignmentPrices>cache(
                        CacheNames.CURRENT_ASSIGNMENT_PRICES)
                .get(CurrentAssignmentPrices.KEY);
        assertThat(current.runId()).isEqualTo(run.runId());
    }

    private static Map<String, AgentPrice> prices(Ignite ignite, String runId) {
        var query = new ScanQuery<AgentPriceKey, AgentPrice>(
                (key, row) -> key.runId().equals(runId));
        try (var rows =
                ignite.<AgentPriceKey, AgentPrice>cache(CacheNames.AGENT_PRICE).query(query)) {
            return rows.getAll().stream()
                    .collect(Collectors.toMap(row -> row.getKey().repId(), row -> row.getValue()));
        }
    }

    private static Map<String, Assignment> rows(Ignite ignite, String runId) {
        var query = new ScanQuery<AssignmentKey, Assignment>(
                (key, row) -> key.runId().equals(runId));
        try (var rows =
                ignite.<AssignmentKey, Assignment>cache(CacheNames.ASSIGNMENT).query(query)) {
            return rows.getAll().stream()
                    .collect(Collectors.toMap(row -> row.getKey().workId(), row -> row.getValue()));
        }
    }

    private static Map<String, String> agents(Ignite ignite, String runId) {
        return rows(ignite, runId).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> row.getValue().repId()));
    }

    private static void load(Ignite ignite) {
        var dice = new SplittableRandom(7);
        Map<String, Product> products = new HashMap<>();
        Map<String, SalesRep> reps = new HashMap<>();
        Map<String, Lead> leads = new HashMap<>();
        for (int p = 0; p < 4; p++) {
            products.put("p" + p, new Product("p" + p, "Product " + p, "", 500 * (p + 1), 0.2 + 0.1 * p, 1));
        }
        for (int a = 0; a < 12; a++) {
            reps.put(
                    "a" + a,
                    SalesRep.of("a" + a)
                            .name("Agent " + a)
                            .territory(a % 3 == 0 ? "" : a % 3 == 1 ? "north" : "south")
                            .languages(a % 2 == 0 ? "en,de" : "en")
                            .skills(a % 4 == 0 ? "p0,p1" : "")
                            .hoursCapacity(100)
                            .active(true)
                            .build());
        }
        for (int i = 0; i < LEADS; i++) {
            leads.put(
                    "l" + i,
                    Lead.of("l" + i)
                            .schemaId("demo")
                            .territory(dice.nextBoolean() ? "north" : "south")
                            .language(dice.nextInt(4) == 0 ? "de" : "en")
                            .productId("p" + dice.nextInt(4))
                            .amount(Math.rint(100 * Math.exp(3 * dice.nextDouble())))
                            .workHours(0.5 + 0.5 * dice.nextInt(6))
                            .ownerRepId(dice.nextInt(3) == 0 ? "a" + dice.nextInt(12) : "")
                            .createdAtMillis(NOW - dice.nextLong(40 * DAY))
                            .build());
        }
        ignite.<String, Product>cache(CacheNames.PRODUCT).putAll(products);
        ignite.<String, SalesRep>cache(CacheNames.SALES_REP).putAll(reps);
        ignite.<String, Lead>cache(CacheNames.LEAD).putAll(leads);
    }
}
