package io.nqba.console.sales;

import static io.nqba.console.sales.SalesRest.get;
import static io.nqba.console.sales.SalesRest.id;
import static io.nqba.console.sales.SalesRest.post;
import static io.nqba.console.sales.SalesRest.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Assignment;
import io.nqba.model.sales.AssignmentKey;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.security.Role;
import io.nqba.node.testing.RawEntries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Leads, deals, accounts and the book over REST, on a real grid. */
class SalesApiIT {
    private static final String SIGMA = SalesRest.PATH;
    private static final String LEAD = """
            {"schemaId": "quay", "company": "Quay Foods Corp.", "source": "fair",
             "person": {"name": "Ada Holm", "email": "%s", "phone": "+1 555 010 4711"},
             "territory": "North", "amount": 4800, "workHours": 4, "features": {"visits": 7, "industry": "retail"}}""";

    private final WebTestClient operator = TestConsole.shared().as(Role.OPERATOR);
    private final WebTestClient analyst = TestConsole.shared().as(Role.ANALYST);

    @BeforeAll
    static void storeSchema() {
        TestConsole.grid()
                .ignite()
                .cache(CacheNames.LEAD_SCHEMA)
                .put(
                        "quay",
                        new LeadSchema(
                                "quay",
                                new String[] {"visits", "industry"},
                                new FeatureKind[] {FeatureKind.NUMBER, FeatureKind.CATEGORY},
                                new String[][] {{}, {"retail", "health"}},
                                new String[] {"", ""},
                                "won"));
    }

    @Test
    void aLeadIsAddedSeenByRoleAndSealedInTheGrid() {
        String email = "ada." + UUID.randomUUID() + "@quay.example";
        String id = id(post(operator, "leads", LEAD.formatted(email)));

        operator.get()
                .uri(SIGMA + "leads/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.person.name")
                .isEqualTo("Ada Holm")
                .jsonPath("$.person.email")
                .isEqualTo(email)
                .jsonPath("$.features.industry")
                .isEqualTo("retail")
                .jsonPath("$.features.visits")
                .isEqualTo(7.0)
                .jsonPath("$.status")
                .isEqualTo("NEW");
        for (Role role : List.of(Role.ANALYST, Role.SERVICE)) {
            TestConsole.shared()
                    .as(role)
                    .get()
                    .uri(SIGMA + "leads/" + id)
                    .exchange()
                    .expectBody(String.class)
                    .value(text -> assertThat(text)
                            .contains("A. H.", "•••@quay.example")
                            .doesNotContain(email, "Ada", "4711"));
        }
        assertThat(RawEntries.holding(TestConsole.grid(), List.of(email, "Ada Holm", "555 010 4711")))
                .isEmpty();
    }

    @Test
    void listsAndFilesAreFilteredSortedPagedAndMasked() {
        String company = "Pager " + UUID.randomUUID();
        String email = UUID.randomUUID() + "@quay.example";
        for (int i = 0; i < 5; i++) {
            String body = LEAD.formatted(i + email)
                    .replace("Quay Foods Corp.", company)
                    .replace("4800", "" + (100 + i));
            String id = id(post(operator, "leads", body));
            if (i == 3) {
                TestConsole.grid()
                        .ignite()
                        .cache(CacheNames.LEAD_SCORE)
                        .put(
                                id,
                                new LeadScore(
                                        id, "m", 0.9, LeadGrade.A, new String[] {"7 visits"}, new double[] {1.5}, 1));
            }
        }
        String list = SIGMA + "leads?search=" + company.toLowerCase(Locale.ROOT);

        JsonNode first = get(analyst, list + "&limit=2&sort=AMOUNT");
        JsonNode second = get(
                analyst,
                list + "&limit=3&sort=AMOUNT&cursor=" + first.path("next").asString());
        assertThat(first.path("items").get(0).path("amount").asDouble()).isEqualTo(104);
        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(3);
        assertThat(second.path("items").get(2).path("amount").asDouble()).isEqualTo(100);
        assertThat(second.path("next").isNull()).isTrue();
        JsonNode best = get(analyst, list + "&sort=PROBABILITY").path("items").get(0);
        assertThat(best.path("grade").asString()).isEqualTo("A");
        assertThat(get(analyst, list + "&grade=A").path("items")).hasSize(1);
        assertThat(get(analyst, list + "&grade=B").path("items")).isEmpty();
        assertThat(get(analyst, list + "&status=NEW&ownerRepId=none&territory=North&source=fair")
                        .path("items"))
                .hasSize(5);
        assertThat(get(analyst, list + "&status=LOST").path("items")).isEmpty();
        assertThat(get(operator, SIGMA + "leads?email=3" + email).path("items")).hasSize(1);
        analyst.get()
                .uri(SIGMA + "leads?email=3" + email)
                .exchange()
                .expectStatus()
                .isForbidden();
        operator.get()
                .uri(list + "&format=csv")
                .exchange()
                .expectBody(String.class)
                .value(text -> assertThat(text)
                        .startsWith("lead_id,schema_id,company,name,email,phone,")
                        .contains("Ada Holm", email)
                        .hasLineCount(6));
        analyst.get()
                .uri(list + "&format=csv")
                .exchange()
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("A. H.").doesNotContain("Ada", email));
        analyst.get().uri(list + "&cursor=nonsense").exchange().expectStatus().isBadRequest();
    }

    @Test
    void theSecondOfTwoIsToldWhatChanged() {
        String body = LEAD.formatted("two@quay.example");
        String id = id(post(operator, "leads", body));

        put(operator, "leads/" + id, body.replace("4800", "5000").replace("North", "South"), "\"1\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        String refusal = put(operator, "leads/" + id, body.replace("4800", "7000"), "\"1\"")
                .expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        JsonNode problem = JsonMapper.shared().readTree(Objects.requireNonNull(refusal));
        assertThat(problem.path("detail").asString()).contains("after revision 1", "at 2 now");
        assertThat(problem.path("fields").findValuesAsString("field")).containsExactlyInAnyOrder("amount", "territory");
        assertThat(refusal).contains("Revision 2 has (5000.0); you sent (7000.0).");
        put(operator, "leads/" + id, body, null).expectStatus().isBadRequest();
        put(operator, "leads/none", body, "\"1\"").expectStatus().isNotFound();
    }

    @Test
    void whoDoesNotSeeAPersonChangesAllButThePerson() {
        String email = "kept@quay.example";
        String body = LEAD.formatted(email);
        String id = id(post(analyst, "leads", body));
        String without = body.replaceAll("(?s)\"person\": \\{.*?\\},", "");

        put(analyst, "leads/" + id, body, "\"1\"").expectStatus().isForbidden();
        put(analyst, "leads/" + id, without.replace("North", "East"), "\"1\"")
                .expectStatus()
                .isOk();

        JsonNode lead = get(operator, SIGMA + "leads/" + id);
        assertThat(lead.path("person").path("email").asString()).isEqualTo(email);
        assertThat(lead.path("territory").asString()).isEqualTo("East");
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        refused(LEAD.formatted("x@y.example").replace("retail", "astrology"), "features.industry");
        refused(LEAD.formatted("x@y.example").replace("\"visits\": 7", "\"visits\": \"many\""), "features.visits");
        refused(LEAD.formatted("x@y.example").replace("visits", "vistis"), "features.vistis");
        refused(LEAD.formatted("x@y.example").replace("\"quay\"", "\"none\""), "schemaId");
        refused(LEAD.formatted("x@y.example").replace("4800", "-1"), "amount");
        refused(
                LEAD.formatted("x@y.example").replace("\"source\"", "\"ownerRepId\": \"nobody\", \"source\""),
                "ownerRepId");
    }

    @Test
    void aTimelineGrowsAndHidesItsTexts() {
        String id = id(post(operator, "leads", LEAD.formatted("timeline@quay.example")));
        String path = "leads/" + id + "/activities";

        post(operator, path, "{\"kind\": \"CALL\", \"text\": \"Ada wants an offer.\"}");
        post(analyst, path, "{\"kind\": \"TASK\", \"text\": \"Send Ada the offer.\", \"dueDay\": \"2026-12-01\"}");
        put(operator, path + "/2", "{\"kind\": \"TASK\", \"done\": true}", "\"1\"")
                .expectStatus()
                .isOk();

        JsonNode items = get(operator, SIGMA + path).path("items");
        assertThat(items).hasSize(2);
        assertThat(items.findValuesAsString("text")).contains("Ada wants an offer.", "Send Ada the offer.");
        assertThat(get(analyst, SIGMA + path).toString()).doesNotContain("Ada").contains("\"masked\":true");
        assertThat(RawEntries.holding(TestConsole.grid(), List.of("Ada wants an offer.")))
                .isEmpty();
        put(operator, path + "/2", "{\"kind\": \"TASK\"}", "\"1\"")
                .expectStatus()
                .isEqualTo(409);
        put(operator, path + "/9", "{\"kind\": \"TASK\"}", "\"1\"")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theBookIsKept() {
        String tail = UUID.randomUUID().toString();
        String product = "{\"name\": \"Orbit\", \"listPrice\": 100, \"margin\": 0.3}";

        put(operator, "products/p-" + tail, product, null).expectStatus().isCreated();
        put(operator, "products/p-" + tail, product, null).expectStatus().isEqualTo(409);
        put(operator, "products/p-" + tail, product.replace("100", "120"), "\"1\"")
                .expectStatus()
                .isOk();
        put(analyst, "products/p-" + tail, product, "\"2\"").expectStatus().isForbidden();
        put(operator, "products/p-" + tail, product.replace("0.3", "1.3"), "\"2\"")
                .expectStatus()
                .isBadRequest();
        put(operator, "reps/r-" + tail, "{\"name\": \"Agent\", \"skills\": [\"p-1\"], \"hoursCapacity\": 70}", null)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.skills[0]")
                .isEqualTo("p-1");
        put(
                        operator,
                        "campaigns/c-" + tail,
                        "{\"name\": \"Spring\", \"startDay\": \"2026-03-01\", \"endDay\": \"2026-02-01\"}",
                        null)
                .expectStatus()
                .isBadRequest();
        assertThat(get(analyst, SIGMA + "products?search=P-" + tail)
                        .path("items")
                        .get(0)
                        .path("listPrice")
                        .asDouble())
                .isEqualTo(120);
        assertThat(get(analyst, SIGMA + "lead-schemas/quay").path("features")).hasSize(2);
        put(operator, "reps/a b", product, null).expectStatus().isBadRequest();
    }

    @Test
    void aDealMovesThroughItsStages() {
        String tail = UUID.randomUUID().toString();
        put(operator, "products/p-" + tail, "{\"name\": \"Orbit\", \"listPrice\": 100, \"margin\": 0.3}", null);
        put(analyst, "accounts/a-" + tail, "{\"name\": \"Quay Corp.\", \"employees\": 20}", null)
                .expectStatus()
                .isCreated();
        String body =
                "{\"accountId\": \"a-%s\", \"productId\": \"p-%s\", \"stage\": \"PROSPECTING\"}".formatted(tail, tail);
        String id = id(post(analyst, "opportunities", body));

        put(analyst, "opportunities/" + id, body.replace("PROSPECTING", "ENGAGING"), "\"1\"")
                .expectStatus()
                .isOk();
        put(analyst, "opportunities/" + id, body.replace("PROSPECTING", "WON"), "\"2\"")
                .expectStatus()
                .isBadRequest();
        put(
                        analyst,
                        "opportunities/" + id,
                        body.replace("\"PROSPECTING\"", "\"ENGAGING\", \"reason\": \"PRICE\""),
                        "\"2\"")
                .expectStatus()
                .isBadRequest();
        put(
                        analyst,
                        "opportunities/" + id,
                        body.replace(
                                "\"PROSPECTING\"",
                                "\"WON\", \"amount\": 90, \"offer\": 95, \"reason\": \"PRODUCT\","
                                        + " \"engageDay\": \"2026-01-01\""),
                        "\"2\"")
                .expectStatus()
                .isOk();

        assertThat(get(analyst, SIGMA + "opportunities/" + id).path("reason").asString())
                .isEqualTo("PRODUCT");
        assertThat(get(analyst, SIGMA + "opportunities/" + id).path("offer").asDouble())
                .isEqualTo(95);

        assertThat(get(analyst, SIGMA + "opportunities/" + id + "/steps")
                        .path("items")
                        .findValuesAsString("stage"))
                .containsExactly("PROSPECTING", "ENGAGING", "WON");
        assertThat(get(analyst, SIGMA + "opportunities?stage=WON&accountId=a-" + tail)
                        .path("items"))
                .hasSize(1);
        assertThat(get(analyst, SIGMA + "opportunities?stage=LOST&accountId=a-" + tail)
                        .path("items"))
                .isEmpty();
        analyst.get()
                .uri(SIGMA + "opportunities?format=csv&accountId=a-" + tail)
                .exchange()
                .expectBody(String.class)
                .value(text -> assertThat(text).hasLineCount(2).contains("WON,2026-01-01,"));
    }

    @Test
    void ofManyWhoMoveADealAtOnceOneDoesAndTheStepsAreItsOwn() {
        String tail = UUID.randomUUID().toString();
        put(operator, "products/p-" + tail, "{\"name\": \"Orbit\", \"listPrice\": 100, \"margin\": 0.3}", null);
        String body = "{\"productId\": \"p-%s\", \"stage\": \"PROSPECTING\"}".formatted(tail);
        String id = id(post(analyst, "opportunities", body));
        List<String> wanted =
                List.of("\"ENGAGING\"", "\"LOST\"", "\"WON\", \"amount\": 90", "\"ENGAGING\"", "\"LOST\"", "\"LOST\"");

        List<Integer> answers = wanted.parallelStream()
                .map(stage -> put(operator, "opportunities/" + id, body.replace("\"PROSPECTING\"", stage), "\"1\"")
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .toList();

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(get(analyst, SIGMA + "opportunities/" + id + "/steps")
                        .path("items")
                        .findValuesAsString("stage"))
                .containsExactly(
                        "PROSPECTING",
                        get(analyst, SIGMA + "opportunities/" + id)
                                .path("stage")
                                .asString());
    }

    @Test
    void contactsAreSealedAndMasked() {
        String tail = UUID.randomUUID().toString();
        put(operator, "accounts/a-" + tail, "{\"name\": \"Quay Corp.\"}", null);
        String contact =
                "{\"name\": \"Eve Frost\", \"email\": \"eve@%s.example\", \"role\": \"buyer\"}".formatted(tail);

        String id = id(post(operator, "accounts/a-" + tail + "/contacts", contact));

        assertThat(get(operator, SIGMA + "accounts/a-" + tail + "/contacts").toString())
                .contains("Eve Frost");
        assertThat(get(analyst, SIGMA + "accounts/a-" + tail + "/contacts").toString())
                .contains("E. F.")
                .doesNotContain("Eve");
        assertThat(RawEntries.holding(TestConsole.grid(), List.of("Eve Frost", "eve@" + tail)))
                .isEmpty();
        operator.delete()
                .uri(SIGMA + "accounts/a-" + tail + "/contacts/" + id)
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void nothingOfAnErasedPersonRemains() {
        String email = "gone." + UUID.randomUUID() + "@quay.example";
        String account = "a-" + UUID.randomUUID();
        String id = id(post(operator, "leads", LEAD.formatted(email)));
        String twin = id(post(operator, "leads", LEAD.formatted(" " + email.toUpperCase(Locale.ROOT))));
        post(operator, "leads/" + twin + "/activities", "{\"kind\": \"CALL\", \"text\": \"Ada hung up.\"}");
        put(operator, "accounts/" + account, "{\"name\": \"Quay Corp.\"}", null);
        post(
                operator,
                "accounts/" + account + "/contacts",
                "{\"name\": \"Ada Holm\", \"email\": \"%s\"}".formatted(email));
        Ignite ignite = TestConsole.grid().ignite();
        ignite.cache(CacheNames.LEAD_SCORE)
                .put(id, new LeadScore(id, "m", 0.5, LeadGrade.C, new String[0], new double[0], 1));
        ignite.cache(CacheNames.ASSIGNMENT)
                .put(new AssignmentKey("run", twin), new Assignment("r", "", 1, 1, 0.5, "best"));
        Lead lead = Objects.requireNonNull(
                ignite.<String, Lead>cache(CacheNames.LEAD).get(id));
        List<byte[]> traces = List.of(
                email.getBytes(StandardCharsets.UTF_8),
                lead.emailHash().getBytes(StandardCharsets.UTF_8),
                lead.person().name(),
                lead.person().email(),
                lead.person().phone());
        assertThat(RawEntries.holdingBytes(TestConsole.grid(), traces))
                .as("the hash in two leads and a contact, three sealed texts in the lead")
                .hasSize(6);

        analyst.post()
                .uri(SIGMA + "leads/" + id + "/erasure")
                .exchange()
                .expectStatus()
                .isForbidden();
        operator.post()
                .uri(SIGMA + "leads/" + id + "/erasure")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"leads\": 2, \"activities\": 1, \"scores\": 1, \"assignments\": 1, \"contacts\": 1}");

        assertThat(RawEntries.holdingBytes(TestConsole.grid(), traces)).isEmpty();
        for (String cache :
                List.of(CacheNames.LEAD, CacheNames.ACTIVITY, CacheNames.LEAD_SCORE, CacheNames.ASSIGNMENT)) {
            for (String gone : List.of(id, twin)) {
                assertThat(RawEntries.of(TestConsole.grid(), cache, gone))
                        .as(cache)
                        .isZero();
            }
        }
        assertThat(found("LEAD", lead.emailHash()) + found("CONTACT", lead.emailHash()))
                .as("index entries")
                .isZero();
        assertThat(ignite.cache(CacheNames.AUDIT_ENTRY)
                        .query(new SqlFieldsQuery("SELECT SUBJECT FROM AUDIT_ENTRY WHERE ACTION = 'person.erase'"))
                        .getAll())
                .contains(List.of("2 leads, 1 activities, 1 scores, 1 assignments, 1 contacts, 0 engagements"));
        operator.get()
                .uri(SIGMA + "leads?format=csv")
                .exchange()
                .expectBody(String.class)
                .value(text -> assertThat(text).doesNotContain(email, id, twin));
        operator.post()
                .uri(SIGMA + "leads/" + id + "/erasure")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static int found(String table, String emailHash) {
        return TestConsole.grid()
                .ignite()
                .cache(CacheNames.LEAD)
                .query(new SqlFieldsQuery("SELECT 1 FROM " + table + " WHERE EMAIL_HASH = ?").setArgs(emailHash))
                .getAll()
                .size();
    }

    private void refused(String body, String field) {
        analyst.post()
                .uri(SIGMA + "leads")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo(field);
    }
}
