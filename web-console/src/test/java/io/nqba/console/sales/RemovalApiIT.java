package io.nqba.console.sales;

import static io.nqba.console.sales.SalesRest.body;
import static io.nqba.console.sales.SalesRest.delete;
import static io.nqba.console.sales.SalesRest.get;
import static io.nqba.console.sales.SalesRest.id;
import static io.nqba.console.sales.SalesRest.post;
import static io.nqba.console.sales.SalesRest.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.RewriteOrder;
import io.nqba.model.sales.RewriteReport;
import io.nqba.model.sales.RowChange;
import io.nqba.model.sales.RowGuard;
import io.nqba.model.security.Role;
import io.nqba.node.testing.RawEntries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Removing deals, accounts and persons over REST, on a real grid. */
class RemovalApiIT {
    private final WebTestClient operator = TestConsole.shared().as(Role.OPERATOR);
    private final WebTestClient analyst = TestConsole.shared().as(Role.ANALYST);
    private final String tail = UUID.randomUUID().toString();

    @BeforeAll
    static void storeSchema() {
        TestConsole.grid()
                .ignite()
                .cache(CacheNames.LEAD_SCHEMA)
                .put(
                        "plain",
                        new LeadSchema(
                                "plain", new String[0], new FeatureKind[0], new String[0][], new String[0], "won"));
    }

    @Test
    void aDealGoesWithItsSteps() {
        account("a-" + tail, "");
        String deal = deal("a-" + tail);
        put(operator, "opportunities/" + deal, dealBody("a-" + tail).replace("PROSPECTING", "ENGAGING"), "\"1\"");

        delete(analyst, "opportunities/" + deal, "\"2\"").expectStatus().isForbidden();
        delete(operator, "opportunities/" + deal, "\"1\"").expectStatus().isEqualTo(409);
        delete(operator, "opportunities/" + deal, "\"2\"").expectStatus().isNoContent();

        assertThat(count("OPPORTUNITY", "OPPORTUNITY_ID", deal)).isZero();
        assertThat(count("STAGE_HISTORY", "OPPORTUNITY_ID", deal)).isZero();
        delete(operator, "opportunities/" + deal, "\"2\"").expectStatus().isNotFound();
    }

    @Test
    void anAccountInUseIsKeptAndSaysWhy() {
        account("a-" + tail, "");
        account("b-" + tail, "a-" + tail);
        String deal = deal("a-" + tail);
        contact("a-" + tail, "keeper@quay.example");

        JsonNode refusal = body(
                delete(operator, "accounts/a-" + tail, "\"1\"").expectStatus().isEqualTo(409));
        assertThat(refusal.path("fields").findValuesAsString("field")).containsExactly("opportunities", "parentId");
        assertThat(refusal.path("fields").findValuesAsString("value")).containsExactly("1", "1");
        delete(operator, "opportunities/" + deal, "\"1\"").expectStatus().isNoContent();
        delete(operator, "accounts/b-" + tail, "\"1\"").expectStatus().isNoContent();
        delete(operator, "accounts/a-" + tail, "\"1\"").expectStatus().isNoContent();

        assertThat(count("CONTACT", "ACCOUNT_ID", "a-" + tail)).isZero();
    }

    @Test
    void rowsThatChangeTogetherChangeAllOrNone() {
        Ignite ignite = TestConsole.grid().ignite();
        Account stored = Account.of("x-" + tail).name("Quay").nameKey("quay").build();
        Account renamed = stored.toBuilder().name("Pier").revision(2).build();
        Account other = Account.of("y-" + tail).name("Dock").nameKey("dock").build();
        ignite.cache(CacheNames.ACCOUNT).put(stored.accountId(), stored);

        List<RowChange> stale = List.of(
                new RowChange(CacheNames.ACCOUNT, other.accountId(), null, other),
                new RowChange(CacheNames.ACCOUNT, stored.accountId(), renamed, null));
        assertThat(rewrite(ignite, new RewriteOrder(stale, List.of())).changedRow())
                .isEqualTo(1);
        List<RowChange> fitting = List.of(
                new RowChange(CacheNames.ACCOUNT, other.accountId(), null, other),
                new RowChange(CacheNames.ACCOUNT, stored.accountId(), stored, renamed));
        RowGuard none = new RowGuard(CacheNames.ACCOUNT, "ACCOUNT_ID", stored.accountId(), 0);
        assertThat(rewrite(ignite, new RewriteOrder(fitting, List.of(none))).brokenGuard())
                .isZero();
        assertThat(ignite.cache(CacheNames.ACCOUNT).containsKey(other.accountId()))
                .as("nothing was changed so far")
                .isFalse();
        assertThat(rewrite(ignite, new RewriteOrder(fitting, List.of())).isDone())
                .isTrue();
        assertThat(ignite.cache(CacheNames.ACCOUNT).get(stored.accountId())).isEqualTo(renamed);
        assertThat(ignite.cache(CacheNames.ACCOUNT).get(other.accountId())).isEqualTo(other);
    }

    @Test
    void aContactIsChangedByThoseWhoSeePersons() {
        account("a-" + tail, "");
        String id = contact("a-" + tail, "eve@quay.example");
        String path = "accounts/a-" + tail + "/contacts/" + id;
        String changed = "{\"name\": \"Eve Winter\", \"email\": \"eve.winter@quay.example\", \"role\": \"owner\"}";

        put(analyst, path, changed, "\"1\"").expectStatus().isForbidden();
        put(operator, path, changed, "\"1\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        JsonNode refusal = body(put(operator, path, changed.replace("owner", "buyer"), "\"1\"")
                .expectStatus()
                .isEqualTo(409));
        assertThat(refusal.path("fields").findValuesAsString("field")).containsExactly("role");
        assertThat(get(operator, SalesRest.PATH + "accounts/a-" + tail + "/contacts")
                        .toString())
                .contains("Eve Winter", "owner");
        assertThat(RawEntries.holding(TestConsole.grid(), List.of("Eve Winter", "eve.winter@")))
                .isEmpty();
    }

    @Test
    void nothingRemainsOfAPersonKnownOnlyAsAContact() {
        String email = "gone." + tail + "@quay.example";
        account("a-" + tail, "");
        account("b-" + tail, "");
        String first = contact("a-" + tail, email);
        contact("b-" + tail, email.toUpperCase(java.util.Locale.ROOT));
        String stays = contact("a-" + tail, "stays@quay.example");
        Contact row = Objects.requireNonNull(TestConsole.grid()
                .ignite()
                .<ContactKey, Contact>cache(CacheNames.CONTACT)
                .get(new ContactKey("a-" + tail, first)));
        List<byte[]> traces = List.of(
                row.emailHash().getBytes(StandardCharsets.UTF_8),
                row.person().name(),
                row.person().email());
        assertThat(RawEntries.holdingBytes(TestConsole.grid(), traces)).isNotEmpty();

        String path = SalesRest.PATH + "accounts/a-" + tail + "/contacts/" + first + "/erasure";
        analyst.post().uri(path).exchange().expectStatus().isForbidden();
        operator.post().uri(path).exchange().expectStatus().isOk().expectBody().json("{\"leads\": 0, \"contacts\": 2}");

        assertThat(RawEntries.holdingBytes(TestConsole.grid(), traces)).isEmpty();
        assertThat(count("CONTACT", "EMAIL_HASH", row.emailHash())).isZero();
        assertThat(get(operator, SalesRest.PATH + "accounts/a-" + tail + "/contacts")
                        .path("items")
                        .findValuesAsString("id"))
                .contains(stays)
                .doesNotContain(first);
        operator.post().uri(path).exchange().expectStatus().isNotFound();
    }

    @Test
    void aPersonIsErasedByAddressAmongLeadsAndContacts() {
        String email = "both." + tail + "@quay.example";
        account("a-" + tail, "");
        contact("a-" + tail, email);
        String lead = id(post(
                operator,
                "leads",
                "{\"schemaId\": \"plain\", \"person\": {\"name\": \"A\", \"email\": \"%s\"}, \"amount\": 1, \"workHours\": 1}"
                        .formatted(email)));
        post(operator, "leads/" + lead + "/activities", "{\"kind\": \"CALL\", \"text\": \"She hung up.\"}");

        for (int leads : new int[] {1, 0}) {
            operator.post()
                    .uri(SalesRest.PATH + "erasure")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"email\": \" %s\"}".formatted(email.toUpperCase(java.util.Locale.ROOT)))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .json("{\"leads\": %d, \"activities\": %d, \"contacts\": %d}".formatted(leads, leads, leads));
        }
        assertThat(count("LEAD", "LEAD_ID", lead)).isZero();
        assertThat(count("ACTIVITY", "LEAD_ID", lead)).isZero();
    }

    private void account(String id, String parent) {
        put(operator, "accounts/" + id, "{\"name\": \"Quay Corp.\", \"parentId\": \"%s\"}".formatted(parent), null)
                .expectStatus()
                .isCreated();
    }

    private String contact(String account, String email) {
        return id(post(
                operator,
                "accounts/" + account + "/contacts",
                "{\"name\": \"Eve Frost\", \"email\": \"%s\", \"role\": \"buyer\"}".formatted(email)));
    }

    private String deal(String account) {
        put(operator, "products/p-" + tail, "{\"name\": \"Orbit\", \"listPrice\": 100, \"margin\": 0.3}", null);
        return id(post(operator, "opportunities", dealBody(account)));
    }

    private String dealBody(String account) {
        return "{\"accountId\": \"%s\", \"productId\": \"p-%s\", \"stage\": \"PROSPECTING\"}".formatted(account, tail);
    }

    private static RewriteReport rewrite(Ignite ignite, RewriteOrder order) {
        return ignite.compute()
                .<RewriteOrder, TaskReply<RewriteReport>>execute(TaskNames.REWRITE_ROWS, order)
                .orThrow();
    }

    private static long count(String table, String column, String value) {
        return TestConsole.grid()
                .ignite()
                .cache(CacheNames.LEAD)
                .query(new SqlFieldsQuery("SELECT 1 FROM %s WHERE %s = ?".formatted(table, column)).setArgs(value))
                .getAll()
                .size();
    }
}
