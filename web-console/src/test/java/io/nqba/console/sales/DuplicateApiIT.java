package io.nqba.console.sales;

import static io.nqba.console.sales.SalesRest.body;
import static io.nqba.console.sales.SalesRest.get;
import static io.nqba.console.sales.SalesRest.id;
import static io.nqba.console.sales.SalesRest.post;
import static io.nqba.console.sales.SalesRest.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.security.Role;
import io.nqba.node.testing.RawEntries;
import java.util.List;
import java.util.UUID;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Finding and merging what stands twice over REST, on a real grid. */
class DuplicateApiIT {
    private static final String LIST = SalesRest.PATH + "duplicates?limit=100&kind=";

    private final WebTestClient operator = TestConsole.shared().as(Role.OPERATOR);
    private final WebTestClient analyst = TestConsole.shared().as(Role.ANALYST);
    private final String tail = UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    @BeforeAll
    static void storeSchema() {
        TestConsole.grid()
                .ignite()
                .cache(CacheNames.LEAD_SCHEMA)
                .put(
                        "twice",
                        new LeadSchema(
                                "twice",
                                new String[] {"visits"},
                                new FeatureKind[] {FeatureKind.NUMBER},
                                new String[][] {{}},
                                new String[] {""},
                                "won"));
    }

    @Test
    void leadsWithOneAddressBecomeOneWithAllThatHangsOnThem() {
        String email = tail + "@twice.example";
        String stays = lead("Quay " + tail, email, "\"territory\": \"North\", ");
        String goes = lead("Pier " + tail, email.toUpperCase(java.util.Locale.ROOT), "\"source\": \"fair\", ");
        post(operator, "leads/" + stays + "/activities", "{\"kind\": \"CALL\", \"text\": \"First call.\"}");
        post(operator, "leads/" + goes + "/activities", "{\"kind\": \"CALL\", \"text\": \"Second call.\"}");
        Ignite ignite = TestConsole.grid().ignite();
        ignite.cache(CacheNames.LEAD_SCORE)
                .put(goes, new LeadScore(goes, "m", 0.5, LeadGrade.C, new String[0], new double[0], 1));

        JsonNode group = group("LEAD", stays);
        assertThat(group.path("reason").asString()).isEqualTo("EMAIL");
        assertThat(group.path("rows").findValuesAsString("id")).containsExactlyInAnyOrder(stays, goes);
        assertThat(group.toString()).contains(email);
        assertThat(get(analyst, LIST + "LEAD").toString()).doesNotContain(email).contains("•••@twice.example");
        merge(
                        "{\"kind\": \"LEAD\", \"survivor\": {\"id\": \"%s\", \"revision\": 1}, \"others\": [{\"id\": \"%s\", \"revision\": 1}], \"fields\": {\"company\": \"%s\", \"person\": \"%s\"}}"
                                .formatted(stays, goes, goes, goes))
                .expectStatus()
                .isOk();

        JsonNode merged = get(operator, SalesRest.PATH + "leads/" + stays);
        assertThat(merged.path("company").asString()).isEqualTo("Pier " + tail);
        assertThat(merged.path("territory").asString()).isEqualTo("North");
        assertThat(merged.path("source").asString()).as("filled in").isEqualTo("fair");
        assertThat(merged.path("person").path("name").asString()).isEqualTo("Ada Pier");
        assertThat(merged.path("revision").asLong()).isEqualTo(2);
        assertThat(get(operator, SalesRest.PATH + "leads/" + stays + "/activities")
                        .path("items")
                        .findValuesAsString("text"))
                .containsExactlyInAnyOrder("First call.", "Second call.");
        assertThat(ignite.cache(CacheNames.LEAD_SCORE).containsKey(stays)).isTrue();
        for (String cache : List.of(CacheNames.LEAD, CacheNames.ACTIVITY, CacheNames.LEAD_SCORE)) {
            assertThat(RawEntries.of(TestConsole.grid(), cache, goes)).as(cache).isZero();
        }
        assertThat(ignite.cache(CacheNames.AUDIT_ENTRY)
                        .query(new SqlFieldsQuery("SELECT SUBJECT FROM AUDIT_ENTRY WHERE ACTION = 'duplicates.merge'"))
                        .getAll())
                .contains(List.of("LEAD " + stays + " took in 1"));
    }

    @Test
    void accountsAndProductsTakeTheirDealsContactsAndSkillsAlong() {
        put(operator, "products/p1-" + tail, product("GTX Pro " + tail), null);
        put(operator, "products/p2-" + tail, product("GTXPro" + tail), null);
        put(operator, "accounts/a1-" + tail, "{\"name\": \"Codehow %s\"}".formatted(tail), null);
        put(
                operator,
                "accounts/a2-" + tail,
                "{\"name\": \"CODEHOW-%s GmbH\", \"sector\": \"retail\"}".formatted(tail),
                null);
        put(
                operator,
                "accounts/a3-" + tail,
                "{\"name\": \"Below %s\", \"parentId\": \"a2-%s\"}".formatted(tail, tail),
                null);
        put(
                operator,
                "reps/r-" + tail,
                "{\"name\": \"Agent\", \"skills\": [\"p1-%s\", \"p2-%s\"], \"hoursCapacity\": 70}"
                        .formatted(tail, tail),
                null);
        post(
                operator,
                "accounts/a2-" + tail + "/contacts",
                "{\"name\": \"Eve Frost\", \"email\": \"eve@%s.example\"}".formatted(tail));
        String deal = id(post(
                operator,
                "opportunities",
                "{\"accountId\": \"a2-%s\", \"productId\": \"p2-%s\", \"stage\": \"PROSPECTING\"}"
                        .formatted(tail, tail)));

        for (String kind : List.of("ACCOUNT", "PRODUCT")) {
            String letter = kind.equals("ACCOUNT") ? "a" : "p";
            JsonNode group = group(kind, letter + "1-" + tail);
            assertThat(group.path("reason").asString()).isEqualTo("SPELLING");
            merge(
                            "{\"kind\": \"%s\", \"survivor\": {\"id\": \"%s1-%s\", \"revision\": 1}, \"others\": [{\"id\": \"%s2-%s\", \"revision\": 1}]}"
                                    .formatted(kind, letter, tail, letter, tail))
                    .expectStatus()
                    .isOk();
        }

        JsonNode moved = get(operator, SalesRest.PATH + "opportunities/" + deal);
        assertThat(moved.path("accountId").asString()).isEqualTo("a1-" + tail);
        assertThat(moved.path("productId").asString()).isEqualTo("p1-" + tail);
        assertThat(get(operator, SalesRest.PATH + "accounts/a1-" + tail)
                        .path("sector")
                        .asString())
                .isEqualTo("retail");
        assertThat(get(operator, SalesRest.PATH + "accounts/a3-" + tail)
                        .path("parentId")
                        .asString())
                .isEqualTo("a1-" + tail);
        assertThat(get(operator, SalesRest.PATH + "accounts/a1-" + tail + "/contacts")
                        .toString())
                .contains("Eve Frost");
        assertThat(get(operator, SalesRest.PATH + "reps/r-" + tail).path("skills"))
                .hasSize(1);
        operator.get()
                .uri(SalesRest.PATH + "accounts/a2-" + tail)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whoMergesWhatSomebodyChangedIsToldAndNothingIsLost() {
        put(operator, "products/p1-" + tail, product("Orbit " + tail), null);
        put(operator, "products/p2-" + tail, product("ORBIT-" + tail), null);
        put(operator, "products/p2-" + tail, product("ORBIT-" + tail).replace("100", "120"), "\"1\"");
        String merge =
                "{\"kind\": \"PRODUCT\", \"survivor\": {\"id\": \"p1-%s\", \"revision\": 1}, \"others\": [{\"id\": \"p2-%s\", \"revision\": 1}]}"
                        .formatted(tail, tail);

        JsonNode refusal = body(merge(merge).expectStatus().isEqualTo(409));
        assertThat(refusal.path("fields").get(0).path("field").asString()).isEqualTo("p2-" + tail);
        assertThat(refusal.path("fields").get(0).path("problem").asString())
                .contains("at revision 2 now", "listPrice 120");
        assertThat(get(operator, SalesRest.PATH + "products/p2-" + tail)
                        .path("listPrice")
                        .asDouble())
                .isEqualTo(120);
        body(merge(merge.replace("}]", "}], \"fields\": {\"colour\": \"p1-x\"}"))
                .expectStatus()
                .isBadRequest());
        body(merge(merge.replace("p2-", "p3-")).expectStatus().isNotFound());
        analyst.post()
                .uri(SalesRest.PATH + "duplicates/merge")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(merge)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whatIsNotTheSameIsNotOfferedAgain() {
        put(operator, "products/p1-" + tail, product("Lens " + tail), null);
        put(operator, "products/p2-" + tail, product("LENS-" + tail), null);
        group("PRODUCT", "p1-" + tail);

        operator.post()
                .uri(SalesRest.PATH + "duplicates/dismissal")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"kind\": \"PRODUCT\", \"ids\": [\"p2-%s\", \"p1-%s\"]}".formatted(tail, tail))
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(get(operator, LIST + "PRODUCT").toString()).doesNotContain("p1-" + tail);
        operator.get()
                .uri(LIST + "PRODUCT&cursor=nonsense")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private String lead(String company, String email, String more) {
        return id(post(
                operator,
                "leads",
                "{\"schemaId\": \"twice\", \"company\": \"%s\", %s\"amount\": 1, \"workHours\": 1, \"person\": {\"name\": \"Ada %s\", \"email\": \"%s\"}}"
                        .formatted(company, more, company.split(" ", -1)[0], email)));
    }

    private static String product(String name) {
        return "{\"name\": \"%s\", \"listPrice\": 100, \"margin\": 0.3}".formatted(name);
    }

    private JsonNode group(String kind, String memberId) {
        for (JsonNode group : get(operator, LIST + kind).path("items")) {
            if (group.path("rows").findValuesAsString("id").contains(memberId)) {
                return group;
            }
        }
        throw new AssertionError("No group has (%s).".formatted(memberId));
    }

    private WebTestClient.ResponseSpec merge(String body) {
        return operator.post()
                .uri(SalesRest.PATH + "duplicates/merge")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
