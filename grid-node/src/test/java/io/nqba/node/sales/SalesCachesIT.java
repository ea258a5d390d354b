package io.nqba.node.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.AgentPrice;
import io.nqba.model.sales.AgentPriceKey;
import io.nqba.model.sales.Assignment;
import io.nqba.model.sales.AssignmentKey;
import io.nqba.model.sales.Campaign;
import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.CurrentAssignmentPrices;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.PersonalData;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import io.nqba.model.sales.ScoringModel;
import io.nqba.model.sales.StageHistory;
import io.nqba.model.sales.StageHistoryKey;
import io.nqba.model.sales.engagement.Consent;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.ContactChannel;
import io.nqba.model.sales.engagement.EngagementSequence;
import io.nqba.model.sales.engagement.EngagementSettings;
import io.nqba.model.sales.engagement.Enrolment;
import io.nqba.model.sales.engagement.EnrolmentKey;
import io.nqba.model.sales.engagement.EnrolmentState;
import io.nqba.model.sales.engagement.LeadCondition;
import io.nqba.model.sales.engagement.LeadSegment;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.nqba.model.sales.engagement.SequenceStep;
import io.nqba.model.sales.engagement.StepKind;
import io.nqba.model.sales.engagement.StopReason;
import io.nqba.node.testing.GridFixture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rows of sales in a grid of two nodes, written by a thin client and read on the nodes and the other way round. */
class SalesCachesIT {
    private static final PersonalData PERSON =
            new PersonalData(new byte[] {1, 2}, new byte[] {3}, new byte[] {4, 5, 6}, 77);

    private static final Map<String, Map.Entry<Object, Object>> ROWS = rows();

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(2);
        try (IgniteClient client = grid.client()) {
            ROWS.forEach((cache, row) -> client.cache(cache).put(row.getKey(), row.getValue()));
        }
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Test
    void everyRowComesBackAsItWasWritten() {
        try (IgniteClient client = grid.client()) {
            ROWS.forEach((cache, row) -> {
                assertThat(grid.ignite().cache(cache).get(row.getKey()))
                        .as(cache)
                        .isEqualTo(row.getValue());
                assertThat(client.cache(cache).get(row.getKey())).as(cache).isEqualTo(row.getValue());
            });
        }
    }

    @Test
    void whatBelongsToALeadLiesWithIt() {
        Ignite ignite = grid.ignite();
        for (int i = 0; i < 50; i++) {
            int lead = ignite.affinity(CacheNames.LEAD).partition("lead-" + i);
            assertThat(ignite.affinity(CacheNames.LEAD_SCORE).partition("lead-" + i))
                    .isEqualTo(lead);
            assertThat(ignite.affinity(CacheNames.ACTIVITY).partition(new ActivityKey("lead-" + i, 1 + i)))
                    .isEqualTo(lead);
            assertThat(ignite.affinity(CacheNames.ASSIGNMENT).partition(new AssignmentKey("run-" + i, "lead-" + i)))
                    .isEqualTo(lead);
            assertThat(ignite.affinity(CacheNames.ENROLMENT).partition(new EnrolmentKey("lead-" + i, "s-" + i)))
                    .isEqualTo(lead);
            assertThat(ignite.affinity(CacheNames.OUTBOX_MESSAGE)
                            .partition(new OutboxMessageKey("lead-" + i, "m-" + i)))
                    .isEqualTo(lead);
        }
    }

    @Test
    void whatBelongsToAnAccountOrADealLiesWithIt() {
        Ignite ignite = grid.ignite();
        for (int i = 0; i < 50; i++) {
            assertThat(ignite.affinity(CacheNames.CONTACT).partition(new ContactKey("a-" + i, "c-" + i)))
                    .isEqualTo(ignite.affinity(CacheNames.ACCOUNT).partition("a-" + i));
            assertThat(ignite.affinity(CacheNames.STAGE_HISTORY).partition(new StageHistoryKey("o-" + i, 1 + i)))
                    .isEqualTo(ignite.affinity(CacheNames.OPPORTUNITY).partition("o-" + i));
        }
    }

    @Test
    void rowsAreTables() {
        assertThat(sql("SELECT L.LEAD_ID, S.PROBABILITY, A.SEQUENCE FROM LEAD L"
                        + " JOIN LEAD_SCORE S ON S.LEAD_ID = L.LEAD_ID JOIN ACTIVITY A ON A.LEAD_ID = L.LEAD_ID"
                        + " WHERE CAST(L.STATUS AS VARCHAR) = 'NEW' AND L.OWNER_REP_ID = 'rep-1'"))
                .isEqualTo(List.of(List.of("lead-1", 0.25, 1L)));
        assertThat(sql("SELECT OPPORTUNITY_ID FROM OPPORTUNITY WHERE CAST(STAGE AS VARCHAR) = 'ENGAGING'"))
                .isEqualTo(List.of(List.of("o-1")));
        assertThat(plan("SELECT LEAD_ID FROM LEAD WHERE EMAIL_HASH = 'h'")).doesNotContain("__SCAN_");
        assertThat(plan("SELECT LEAD_ID FROM LEAD WHERE COMPANY_KEY = 'h'")).doesNotContain("__SCAN_");
        assertThat(plan("SELECT RUN_ID FROM ASSIGNMENT WHERE WORK_ID = 'lead-1'"))
                .doesNotContain("__SCAN_");
        assertThat(plan("SELECT SEQUENCE FROM ACTIVITY WHERE LEAD_ID = 'lead-1'"))
                .doesNotContain("__SCAN_");
        assertThat(plan("SELECT LEAD_ID FROM ENROLMENT WHERE DUE_MILLIS <= 7")).doesNotContain("__SCAN_");
        assertThat(plan("SELECT LEAD_ID FROM OUTBOX_MESSAGE WHERE NOT_BEFORE_MILLIS <= 7"))
                .doesNotContain("__SCAN_");
    }

    private static String plan(String query) {
        return sql("EXPLAIN " + query).toString();
    }

    private static List<List<?>> sql(String query) {
        return grid.ignite()
                .cache(CacheNames.LEAD)
                .query(new SqlFieldsQuery(query))
                .getAll();
    }

    private static Map<String, Map.Entry<Object, Object>> rows() {
        Map<String, Map.Entry<Object, Object>> rows = new LinkedHashMap<>();
        add(rows, CacheNames.PRODUCT, "gtx-pro", new Product("gtx-pro", "GTX Pro", "GTX", 4821, 0.3, 1));
        add(
                rows,
                CacheNames.SALES_REP,
                "rep-1",
                SalesRep.of("rep-1").name("Rep 1").hoursCapacity(70).build());
        add(rows, CacheNames.CAMPAIGN, "spring", new Campaign("spring", "Spring", "e-mail", 20_000, 20_090, 1));
        add(
                rows,
                CacheNames.ACCOUNT,
                "a-1",
                Account.of("a-1").name("Acme").nameKey("acme").build());
        add(rows, CacheNames.CONTACT, new ContactKey("a-1", "c-1"), new Contact(PERSON, "hash", "buyer", 1));
        add(
                rows,
                CacheNames.LEAD_SCHEMA,
                "demo",
                new LeadSchema(
                        "demo",
                        new String[] {"visits", "industry"},
                        new FeatureKind[] {FeatureKind.NUMBER, FeatureKind.CATEGORY},
                        new String[][] {{}, {"retail", "health"}},
                        new String[] {"visits", ""},
                        "won"));
        Lead lead = Lead.of("lead-1")
                .schemaId("demo")
                .values(new double[] {3, Double.NaN})
                .person(PERSON)
                .emailHash("hash")
                .ownerRepId("rep-1")
                .build();
        add(rows, CacheNames.LEAD, "lead-1", lead);
        add(
                rows,
                CacheNames.ACTIVITY,
                new ActivityKey("lead-1", 1),
                new Activity(ActivityKind.CALL, 1_000, "rep-1", new byte[] {9}, 77, Opportunity.NOT_YET, true, 1));
        add(
                rows,
                CacheNames.LEAD_SCORE,
                "lead-1",
                new LeadScore(
                        "lead-1", "m-1", 0.25, LeadGrade.B, new String[] {"3 visits"}, new double[] {0.5}, 2_000));
        add(
                rows,
                CacheNames.OPPORTUNITY,
                "o-1",
                Opportunity.of("o-1")
                        .productId("gtx-pro")
                        .stage(DealStage.ENGAGING)
                        .engageDay(20_001)
                        .build());
        add(
                rows,
                CacheNames.STAGE_HISTORY,
                new StageHistoryKey("o-1", 1),
                new StageHistory(DealStage.ENGAGING, 20_001));
        add(
                rows,
                CacheNames.SCORING_MODEL,
                "m-1",
                ScoringModel.of("m-1").schemaId("demo").trainedRows(10).build());
        add(
                rows,
                CacheNames.ASSIGNMENT,
                new AssignmentKey("run-1", "lead-1"),
                new Assignment("rep-1", "", 100, 2, 0.25, "best value"));
        add(rows, CacheNames.AGENT_PRICE, new AgentPriceKey("run-1", "rep-1"), new AgentPrice(70, 70, 310, 9_000));
        add(
                rows,
                CacheNames.CURRENT_ASSIGNMENT_PRICES,
                CurrentAssignmentPrices.KEY,
                new CurrentAssignmentPrices(
                        "run-1", new String[] {"rep-1"}, new double[] {310}, new double[] {0}, 3_000));
        addEngagement(rows);
        return rows;
    }

    private static void addEngagement(Map<String, Map.Entry<Object, Object>> rows) {
        LeadCondition grade = LeadCondition.parse("conditions", "grade is A, B");
        add(
                rows,
                CacheNames.LEAD_SEGMENT,
                "hot",
                new LeadSegment("hot", "Hot", "", new LeadCondition[] {grade}, 1, "council", 4_000));
        SequenceStep step = new SequenceStep(StepKind.MESSAGE, 0, "Hello", "Dear {name}");
        add(
                rows,
                CacheNames.ENGAGEMENT_SEQUENCE,
                "welcome",
                new EngagementSequence(
                        "welcome", "Welcome", "hot", new SequenceStep[] {step}, true, false, 1, "council", 4_000));
        add(rows, CacheNames.ENGAGEMENT_SETTINGS, EngagementSettings.KEY, EngagementSettings.usual());
        add(
                rows,
                CacheNames.ENROLMENT,
                new EnrolmentKey("lead-1", "welcome"),
                new Enrolment(0, 5_000, EnrolmentState.ACTIVE, StopReason.NONE, LeadStatus.NEW, 4_000, 4_000, 1));
        add(
                rows,
                CacheNames.OUTBOX_MESSAGE,
                new OutboxMessageKey("lead-1", "welcome-0"),
                OutboxMessage.of("welcome", 0)
                        .personHash("hash")
                        .address(new byte[] {7})
                        .keyId(77)
                        .build());
        add(
                rows,
                CacheNames.CONSENT,
                new ConsentKey("hash", ContactChannel.EMAIL),
                new Consent(true, 3_000, "web form", "council", 1));
    }

    private static void add(Map<String, Map.Entry<Object, Object>> rows, String cache, Object key, Object value) {
        rows.put(cache, Map.entry(key, value));
    }
}
