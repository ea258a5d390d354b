package io.nqba.node.sales.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import io.nqba.node.load.RowStreams;
import io.nqba.node.optimisation.RunDesk;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;

/** A lead is scored where it lies as soon as it comes in or changes, by whatever way, and nobody's score outlives it. */
class ScoringOnArrivalIT {
    private static final int KNOWN = 1_000;

    @Test
    void withoutAChampionThereIsNoScoreButListenersHear() {
        try (GridFixture grid = GridFixture.inMemory(1)) {
            ScoringDesk.storeKnown(grid.ignite(), 10, 1);
            put(
                    grid.ignite(),
                    lead("early", 30, 1).toBuilder().source("watched").build());

            await().until(() -> !SeenLeads.of("early").isEmpty());

            assertThat(SeenLeads.of("early").get(0).score()).isNull();
            assertThat(grid.ignite().cache(CacheNames.LEAD_SCORE).size()).isZero();
        }
    }

    @Test
    void newChangedAndImportedLeadsAreScoredOnThreeNodesAndRemovedOnesAreNot() {
        try (GridFixture grid = GridFixture.inMemory(3);
                IgniteClient client = RunDesk.client(grid)) {
            String champion = train(grid.ignite(), client);
            for (int i = 0; i < 20; i++) {
                String source = i == 3 ? "cursed" : "watched";
                put(
                        grid.ignite(),
                        lead("new-" + i, 25, 0).toBuilder().source(source).build());
            }
            for (int i = 0; i < 20; i++) {
                String id = "new-" + i;
                LeadScore score = untilScored(client, id, 1);
                assertThat(score.modelId()).isEqualTo(champion);
                if (i != 3) {
                    await().until(() -> !SeenLeads.of(id).isEmpty());
                    assertThat(SeenLeads.of(id).get(0).node())
                            .isEqualTo(grid.ignite(owner(grid, id)).name());
                    assertThat(SeenLeads.of(id).get(0).score()).isEqualTo(score);
                }
            }

            LeadScore before = untilScored(client, "new-0", 1);
            put(grid.ignite(1), lead("new-0", 68, 5).toBuilder().revision(2).build());
            assertThat(untilScored(client, "new-0", 2).probability()).isGreaterThan(before.probability());

            imported(grid, client);

            client.cache(CacheNames.LEAD).remove("new-1");
            await().until(() -> scoreOf(client, "new-1") == null);
        }
    }

    private static void imported(GridFixture grid, IgniteClient client) {
        try (RowStreams streams = new RowStreams(grid.ignite(), false)) {
            for (int i = 0; i < 3_000; i++) {
                streams.add(CacheNames.LEAD, "import-" + i, lead("import-" + i, 20 + i % 50, i % 6));
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.cache(CacheNames.LEAD_SCORE).size() == KNOWN + 20 + 3_000);
    }

    @Test
    void theLastOfManyChangesWins() {
        try (GridFixture grid = GridFixture.inMemory(2);
                IgniteClient client = RunDesk.client(grid)) {
            train(grid.ignite(), client);
            for (int revision = 1; revision <= 300; revision++) {
                put(
                        grid.ignite(revision % 2),
                        lead("restless", 20 + revision % 50, revision % 6).toBuilder()
                                .revision(revision)
                                .build());
            }
            Lead last = client.<String, Lead>cache(CacheNames.LEAD).get("restless");

            LeadScore score = untilScored(client, "restless", 300);

            assertThat(score.tellsOf(last)).isTrue();
            assertThat(score.probability())
                    .isEqualTo(new ScoringDesk(client).ask(last.values()).probability());
        }
    }

    @Test
    void whatWasNotScoredIsFoundAgainByTheNextOwnerAndAfterARestart() {
        try (GridFixture grid = GridFixture.start(2, Map.of(Setting.BACKUPS, "1"))) {
            try (IgniteClient client = RunDesk.client(grid)) {
                train(grid.ignite(), client);
                String ofSecond = keyOf(grid, 1);
                // A score that its node did not come to is one that is not there.
                client.cache(CacheNames.LEAD_SCORE).remove(ofSecond);
                grid.stopNode(1);
                assertThat(untilScored(client, ofSecond, 1)).isNotNull();

                client.cache(CacheNames.LEAD_SCORE).remove("lead-000007");
                client.<String, LeadScore>cache(CacheNames.LEAD_SCORE)
                        .put("nobody", untilScored(client, "lead-000008", 1));
            }
            grid.restart();
            try (IgniteClient client = RunDesk.client(grid)) {
                assertThat(untilScored(client, "lead-000007", 1)).isNotNull();
                await().until(() -> scoreOf(client, "nobody") == null);
            }
        }
    }

    @Test
    void whatAnOwnerBetweenTwoLooksDidNotScoreIsFound() {
        try (GridFixture grid = GridFixture.start(1, Map.of(Setting.BACKUPS, "1"));
                IgniteClient client = RunDesk.client(grid)) {
            train(grid.ignite(), client);
            CountDownLatch betweenLooks = SeenLeads.hold();
            try {
                put(
                        grid.ignite(),
                        lead("held", 30, 1).toBuilder().source("held").build());
                await().until(() -> !SeenLeads.of("held").isEmpty());
                grid.addNode();
                String ofSecond = keyOf(grid, 1);
                client.cache(CacheNames.LEAD_SCORE).remove(ofSecond);
                grid.stopNode(1);
                betweenLooks.countDown();

                assertThat(untilScored(client, ofSecond, 1)).isNotNull();
            } finally {
                betweenLooks.countDown();
            }
        }
    }

    private static String keyOf(GridFixture grid, int node) {
        Ignite ignite = grid.ignite(node);
        var affinity = ignite.affinity(CacheNames.LEAD);
        await().until(() -> affinity.primaryPartitions(ignite.cluster().localNode()).length > 0);
        return IntStream.range(0, KNOWN)
                .mapToObj("lead-%06d"::formatted)
                .filter(id -> owner(grid, id) == node)
                .findFirst()
                .orElseThrow();
    }

    private static int owner(GridFixture grid, String leadId) {
        for (int node = 0; node < grid.size(); node++) {
            Ignite ignite = grid.ignite(node);
            if (ignite.affinity(CacheNames.LEAD).isPrimary(ignite.cluster().localNode(), leadId)) {
                return node;
            }
        }
        throw new AssertionError("nobody owns " + leadId);
    }

    private static String train(Ignite ignite, IgniteClient client) {
        ScoringDesk.storeKnown(ignite, KNOWN, 5);
        var desk = new ScoringDesk(client);
        return desk.untilEnded(desk.submit(LeadScoringRequest.usual(ScoringDesk.SCHEMA, ModelKind.LOGISTIC))
                        .runId())
                .runId();
    }

    private static Lead lead(String leadId, double age, int visits) {
        return Lead.of(leadId)
                .schemaId(ScoringDesk.SCHEMA)
                .values(new double[] {age, visits, visits % 3, Double.NaN, Double.NaN})
                .createdAtMillis(ScoringDesk.FIRST_MILLIS)
                .build();
    }

    private static void put(Ignite ignite, Lead lead) {
        ignite.cache(CacheNames.LEAD).put(lead.leadId(), lead);
    }

    private static LeadScore untilScored(IgniteClient client, String leadId, long revision) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            LeadScore score = scoreOf(client, leadId);
            return score != null && score.leadRevision() == revision;
        });
        return java.util.Objects.requireNonNull(scoreOf(client, leadId));
    }

    private static @org.jspecify.annotations.Nullable LeadScore scoreOf(IgniteClient client, String leadId) {
        return client.<String, LeadScore>cache(CacheNames.LEAD_SCORE).get(leadId);
    }
}
