package io.nqba.node.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ModelState;
import io.nqba.model.sales.SalesRep;
import io.nqba.model.sales.ScoringModel;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.sales.scoring.DemoModels;
import io.nqba.node.testing.GridFixture;
import io.nqba.node.testing.RawEntries;
import io.nqba.privacy.Person;
import io.nqba.privacy.PersonalVault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(OrderAnnotation.class)
class DemoSalesIT {
    private static final Instant NOON = Instant.parse("2026-05-20T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path keys;

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(2);
        module().load(grid.ignite(), keys);
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Test
    @Order(1)
    void theBookIsWhatADemoNeeds() {
        assertThat(count("LEAD")).isEqualTo(3_000);
        assertThat(count("ACCOUNT")).isEqualTo(40);
        assertThat(count("CONTACT")).isEqualTo(80);
        assertThat(count("SALES_REP")).isEqualTo(12);
        assertThat(count("PRODUCT")).isEqualTo(7);
        assertThat(count("CAMPAIGN")).isEqualTo(5);
        assertThat(count("OPPORTUNITY")).isEqualTo(600);
        assertThat(count("STAGE_HISTORY")).isBetween(1_200L, 1_800L);
        assertThat(count("ACTIVITY")).isBetween(4_000L, 9_000L);
        assertThat(count("OPPORTUNITY WHERE CAST(STAGE AS VARCHAR) = 'ENGAGING'"))
                .isBetween(60L, 200L);
        assertThat(count("LEAD L JOIN SALES_REP R ON R.REP_ID = L.OWNER_REP_ID WHERE L.TERRITORY <> R.TERRITORY"))
                .as("agents work in their territory")
                .isZero();
    }

    @Test
    @Order(2)
    void nothingInTheGridNamesAPerson() {
        PersonalVault vault = PersonalVault.in(keys);
        List<String> secrets = new ArrayList<>();
        for (Lead lead : leads().subList(0, 25)) {
            Person person = vault.openLead(lead.leadId(), lead.person());
            assertThat(person.email()).endsWith(".example");
            assertThat(vault.emailHash(person.email())).isEqualTo(lead.emailHash());
            secrets.addAll(List.of(person.name(), person.email(), person.phone()));
        }

        assertThat(RawEntries.holding(grid, secrets)).isEmpty();
        assertThat(RawEntries.holding(grid, List.of("Agent 01")))
                .as("what is not secret is found")
                .isNotEmpty();
    }

    @Test
    @Order(3)
    void aLaterStartChangesNothing() {
        Lead lead = leads().get(0);
        grid.ignite().cache(CacheNames.LEAD).remove(lead.leadId());
        SalesRep rep = Objects.requireNonNull(
                grid.ignite().<String, SalesRep>cache(CacheNames.SALES_REP).get("demo-rep-01"));
        grid.ignite()
                .cache(CacheNames.SALES_REP)
                .put(rep.repId(), rep.toBuilder().hoursCapacity(1).build());

        module().load(grid.ignite(), keys);

        assertThat(grid.ignite().cache(CacheNames.LEAD).containsKey(lead.leadId()))
                .isFalse();
        assertThat(count("SALES_REP WHERE HOURS_CAPACITY = 1")).isEqualTo(1);
    }

    @Test
    @Order(4)
    void otherKeysAreRefused(@TempDir Path other) {
        assertThatThrownBy(() -> SalesKeys.open(grid.ignite(), other))
                .isInstanceOfSatisfying(
                        NqbaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEYS_UNUSABLE));
    }

    @Test
    @Order(5)
    void aRotationSealsEveryRowAgain() {
        PersonalVault vault = SalesKeys.open(grid.ignite(), keys);
        Lead before = leads().get(7);
        Person person = vault.openLead(before.leadId(), before.person());

        long rows = new Resealing(grid.ignite(), vault, ProgressLine.silent()).rotate();
        new Resealing(grid.ignite(), vault, ProgressLine.silent()).rotate();

        assertThat(rows).isGreaterThan(2_999 + 80 + 4_000);
        assertThat(leads()).allMatch(lead -> lead.person().keyId() == vault.keyId());
        Lead after = Objects.requireNonNull(
                grid.ignite().<String, Lead>cache(CacheNames.LEAD).get(before.leadId()));
        assertThat(vault.openLead(after.leadId(), after.person())).isEqualTo(person);
        assertThatThrownBy(() -> vault.openLead(before.leadId(), before.person()))
                .as("the key of the first seal is destroyed")
                .isInstanceOf(NqbaException.class);
        try (var rowsOfActivity = grid.ignite()
                .<ActivityKey, Activity>cache(CacheNames.ACTIVITY)
                .query(new ScanQuery<ActivityKey, Activity>())) {
            for (Cache.Entry<ActivityKey, Activity> row : rowsOfActivity) {
                assertThat(vault.openText(row.getKey(), row.getValue().text())).isNotEmpty();
            }
        }
    }

    @Test
    @Order(6)
    void moreLeadsCanBeGeneratedBeside() {
        Ignite ignite = grid.ignite();
        SalesRecipe recipe = new SalesRecipe("book", 2_000, 3, 2, 10, 20, false, 5, LocalDate.of(2026, 5, 20));

        new GeneratedSales(ignite, SalesKeys.open(ignite, keys), ProgressLine.silent()).load(recipe);

        assertThat(count("LEAD WHERE SCHEMA_ID = 'book'")).isEqualTo(2_000);
        assertThat(count("OPPORTUNITY")).isEqualTo(610);
    }

    @Test
    @Order(7)
    void aModelOfEachKindIsLearntAndTheFirstOneScoresTheLeads() {
        assertThat(module().load(grid.ignite(), keys)).as("no first start").isFalse();

        new DemoModels(SalesRecipe.DEMO).start(grid.ignite());

        await().atMost(Duration.ofMinutes(2)).until(() -> states().size() == 2);
        assertThat(states())
                .containsEntry(ModelKind.LOGISTIC, ModelState.CHAMPION)
                .containsEntry(ModelKind.BOOSTED_TREES, ModelState.CHALLENGER);
        assertThat(count("LEAD_SCORE S JOIN LEAD L ON S.LEAD_ID = L.LEAD_ID WHERE L.SCHEMA_ID = 'demo'"))
                .isEqualTo(count("LEAD WHERE SCHEMA_ID = 'demo'"));
        assertThat(count("AUDIT_ENTRY WHERE ACTION = 'model.first' AND ACCOUNT = 'demo'"))
                .isEqualTo(1);
    }

    private static Map<ModelKind, ModelState> states() {
        Map<ModelKind, ModelState> states = new EnumMap<>(ModelKind.class);
        try (var rows = grid.ignite()
                .<String, ScoringModel>cache(CacheNames.SCORING_MODEL)
                .query(new ScanQuery<String, ScoringModel>())) {
            rows.forEach(row -> states.put(row.getValue().kind(), row.getValue().state()));
        }
        return states;
    }

    private static SalesDataModule module() {
        return new SalesDataModule(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static List<Lead> leads() {
        List<Lead> leads = new ArrayList<>();
        try (var rows = grid.ignite().<String, Lead>cache(CacheNames.LEAD).query(new ScanQuery<String, Lead>())) {
            rows.forEach(row -> leads.add(row.getValue()));
        }
        return leads;
    }

    private static long count(String from) {
        return (Long) grid.ignite()
                .cache(CacheNames.LEAD)
                .query(new SqlFieldsQuery("SELECT COUNT(*) FROM " + from).setDistributedJoins(true))
                .getAll()
                .get(0)
                .get(0);
    }
}
