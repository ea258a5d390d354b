package io.nqba.console.sales.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.testing.GridFixture;
import io.nqba.node.testing.RawEntries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/** Engagement over REST, on a grid of its own that runs its sequences by itself. */
class EngagementApiIT extends EngagementOverRest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path outbox;

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @SuppressWarnings("NullAway.Init")
    private static TestConsole console;

    EngagementApiIT() {
        super(console);
    }

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(1);
        console = TestConsole.start(
                grid.clientAddress(), "--nqba.outbox.directory=" + outbox, "--nqba.outbox.look=200ms");
        storeSchema(grid);
    }

    @AfterAll
    static void stop() {
        console.close();
        grid.close();
    }

    @Test
    void rulesAreKeptChangedAndTheSecondOfTwoIsTold() {
        String segment = ENGAGEMENT + "segments/" + unique();
        String body = "{\"name\": \"Fresh\", \"conditions\": [\"status is NEW\", \"amount >=   500\"]}";
        assertThat(send(analyst, HttpMethod.PUT, segment, body, null)
                        .getStatus()
                        .value())
                .isEqualTo(200);
        assertThat(read(analyst, segment).path("conditions").get(1).asString()).isEqualTo("amount >= 500");
        assertThat(send(analyst, HttpMethod.PUT, segment, body, null)
                        .getStatus()
                        .value())
                .as("taken")
                .isEqualTo(409);
        String changed = body.replace("Fresh", "Fresher");
        assertThat(send(analyst, HttpMethod.PUT, segment, changed, "\"1\"")
                        .getStatus()
                        .value())
                .isEqualTo(200);

        EntityExchangeResult<byte[]> late =
                send(analyst, HttpMethod.PUT, segment, body.replace("Fresh", "Old"), "\"1\"");

        assertThat(late.getStatus().value()).isEqualTo(409);
        assertThat(text(late)).contains("\"name\"", "Fresher", "Old").contains("If-Match");
    }

    @Test
    void wrongFieldsAreNamedWithTheirValues() {
        String segment = ENGAGEMENT + "segments/" + unique();
        assertThat(text(send(
                        analyst,
                        HttpMethod.PUT,
                        segment,
                        "{\"name\": \"x\", \"conditions\": [\"status is NEW\", \"colour is red\"]}",
                        null)))
                .contains("conditions[1]", "colour is red", "grade is A, B");
        String sequence = ENGAGEMENT + "sequences/" + unique();
        String known = keepSegment("status is LOST");
        assertThat(text(send(
                        analyst,
                        HttpMethod.PUT,
                        sequence,
                        sequence(
                                known,
                                false,
                                "{\"kind\": \"MESSAGE\", \"subject\": \"Hi\", \"text\": \"Dear {nmae}\"}"),
                        null)))
                .contains("steps[0].text", "{nmae}", "Use {name}");
        assertThat(text(send(
                        analyst,
                        HttpMethod.PUT,
                        sequence,
                        sequence("no-such", false, "{\"kind\": \"WAIT\", \"hours\": 1}"),
                        null)))
                .contains("segmentId", "no-such");
        assertThat(text(send(analyst, HttpMethod.PUT, sequence, sequence(known, false, "{\"kind\": \"WAIT\"}"), null)))
                .contains("steps[0].hours");
        assertThat(send(operator, HttpMethod.DELETE, ENGAGEMENT + "segments/" + known, "", "\"7\"")
                        .getStatus()
                        .value())
                .isEqualTo(409);
    }

    @Test
    void onlyCouncilAndOperatorsHaveMessagesSentUnread() {
        String segment = keepSegment("source is nowhere");
        String body = sequence(segment, true, "{\"kind\": \"MESSAGE\", \"subject\": \"Hi\", \"text\": \"Hi\"}");
        String sequence = ENGAGEMENT + "sequences/" + unique();

        assertThat(send(analyst, HttpMethod.PUT, sequence, body, null)
                        .getStatus()
                        .value())
                .isEqualTo(403);
        assertThat(send(operator, HttpMethod.PUT, sequence, body, null)
                        .getStatus()
                        .value())
                .isEqualTo(200);
        assertThat(send(
                                analyst,
                                HttpMethod.PUT,
                                ENGAGEMENT + "segments/" + segment,
                                "{\"name\": \"Wider\", \"conditions\": [\"status is NEW\"]}",
                                "\"1\"")
                        .getStatus()
                        .value())
                .as("the segment behind it")
                .isEqualTo(403);
    }

    @Test
    void aMessageIsWrittenReadApprovedSentAndErased() throws IOException {
        neverQuiet();
        String source = unique();
        String email = "ada." + source + "@pier.example";
        String lead = lead(source, email);
        consent(lead, true);
        keepSequence(
                keepSegment("source is " + source),
                "{\"kind\": \"MESSAGE\", \"subject\": \"For {name}\", \"text\": \"Dear {name} of {company}\"}");

        JsonNode draft = await().atMost(PATIENCE).until(() -> message(operator, lead), found -> !found.isMissingNode());

        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
        assertThat(draft.path("subject").asString()).isEqualTo("For Ada Holm");
        assertThat(draft.path("address").asString()).isEqualTo(email);
        JsonNode masked = message(analyst, lead);
        assertThat(masked.path("subject").asString()).isEqualTo("For {name}");
        assertThat(masked.path("address").asString()).isEqualTo("•••@pier.example");
        String at =
                ENGAGEMENT + "outbox/" + lead + "/" + draft.path("messageId").asString();
        assertThat(send(analyst, HttpMethod.POST, at + "/approval", "{}", "\"1\"")
                        .getStatus()
                        .value())
                .isEqualTo(403);
        assertThat(send(operator, HttpMethod.POST, at + "/approval", "{}", "\"9\"")
                        .getStatus()
                        .value())
                .isEqualTo(409);
        send(operator, HttpMethod.POST, at + "/approval", "{\"text\": \"Dear Ada, by hand\"}", "\"1\"");

        await().atMost(PATIENCE)
                .until(() -> message(operator, lead).path("state").asString().equals("SENT"));

        Path file = onlyFile(lead);
        assertThat(Files.readString(file))
                .contains("To: " + email, "Subject: For Ada Holm", "Dear Ada, by hand")
                .doesNotContain("Pier Foods");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(RawEntries.holding(grid, List.of(email, "Dear Ada, by hand", "For Ada")))
                .isEmpty();

        send(operator, HttpMethod.POST, SIGMA + "leads/" + lead + "/erasure", "", null);

        assertThat(RawEntries.of(grid, CacheNames.OUTBOX_MESSAGE, lead)).isZero();
        assertThat(RawEntries.of(grid, CacheNames.ENROLMENT, lead)).isZero();
        await().atMost(PATIENCE).until(() -> !Files.exists(file));
    }

    @Test
    void aReplyAndAWithdrawalEndWhatIsUnderWay() {
        String source = unique();
        String replying = lead(source, "bob." + source + "@pier.example");
        String leaving = lead(source, "eve." + source + "@pier.example");
        consent(leaving, true);
        keepSequence(
                keepSegment("source is " + source),
                "{\"kind\": \"WAIT\", \"hours\": 5}, {\"kind\": \"TASK\", \"text\": \"Call.\"}");
        for (String lead : List.of(replying, leaving)) {
            await().atMost(PATIENCE).until(() -> state(lead).equals("ACTIVE"));
        }

        send(
                operator,
                HttpMethod.POST,
                SIGMA + "leads/" + replying + "/activities",
                "{\"kind\": \"EMAIL\", \"direction\": \"IN\", \"text\": \"Please call me.\"}",
                null);
        consent(leaving, false);

        assertThat(state(leaving)).isEqualTo("STOPPED");
        await().atMost(PATIENCE).until(() -> state(replying).equals("STOPPED"));
        assertThat(enrolments(replying).get(0).path("reason").asString()).isEqualTo("the person replied");
    }

    @Test
    void consentsTellNobodysAddress() {
        String source = unique();
        String email = "carl." + source + "@pier.example";
        String lead = lead(source, email);
        consent(lead, true);

        String listed = text(send(analyst, HttpMethod.GET, ENGAGEMENT + "consents?leadId=" + lead, "", null));

        assertThat(listed).contains("\"given\":true", "web form", lead).doesNotContain(email, "personHash");
        assertThat(text(send(
                        operator,
                        HttpMethod.POST,
                        ENGAGEMENT + "consents",
                        "{\"channel\": \"EMAIL\", \"given\": true," + " \"source\": \"x\"}",
                        null)))
                .contains("leadId");
    }

    @Test
    void theNextActionSaysWhatItRestsOn() {
        String source = unique();
        String lead = lead(source, "dora." + source + "@pier.example");

        JsonNode next = read(analyst, ENGAGEMENT + "next-actions/" + lead);

        assertThat(next.path("options")).hasSize(6);
        assertThat(next.path("best").path("possible").asBoolean()).isTrue();
        assertThat(next.path("basis").asString())
                .contains("could not be chance", "not what an action causes", "No assignment has priced hours");
        assertThat(send(analyst, HttpMethod.GET, ENGAGEMENT + "next-actions/none", "", null)
                        .getStatus()
                        .value())
                .isEqualTo(404);
    }

    private Path onlyFile(String lead) throws IOException {
        try (Stream<Path> files = Files.list(outbox)) {
            List<Path> mine = files.filter(
                            file -> String.valueOf(file.getFileName()).startsWith(lead))
                    .toList();
            assertThat(mine).hasSize(1);
            return mine.get(0);
        }
    }
}
