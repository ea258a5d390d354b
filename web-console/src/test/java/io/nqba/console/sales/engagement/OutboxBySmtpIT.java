package io.nqba.console.sales.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.engagement.Enrolment;
import io.nqba.model.sales.engagement.MessageState;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.nqba.node.testing.GridFixture;
import io.nqba.node.testing.RawEntries;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.ignite.IgniteCache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Approved messages by mail, to a server of this JVM that at times refuses or is gone. */
class OutboxBySmtpIT extends EngagementOverRest {
    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @SuppressWarnings("NullAway.Init")
    private static TestConsole console;

    @SuppressWarnings("NullAway.Init")
    private static MailRoom room;

    OutboxBySmtpIT() {
        super(console);
    }

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(1);
        room = MailRoom.open();
        console = TestConsole.start(
                grid.clientAddress(),
                "--nqba.outbox.sender=smtp",
                "--nqba.outbox.look=200ms",
                "--nqba.outbox.tries=3",
                "--nqba.outbox.retry=1s",
                "--nqba.outbox.smtp.host=127.0.0.1",
                "--nqba.outbox.smtp.port=" + room.port(),
                "--nqba.outbox.smtp.tls=none",
                "--nqba.outbox.smtp.user=" + MailRoom.USER,
                "--nqba.outbox.smtp.password=" + MailRoom.PASSWORD,
                "--nqba.outbox.smtp.from=Sales <sales@mail.example>");
        storeSchema(grid);
    }

    @AfterAll
    static void stop() {
        console.close();
        room.close();
        grid.close();
    }

    @Test
    void onlyWhatWasApprovedIsSentAndOnce() {
        String unread = draft("dora");
        String lead = draft("ada");

        approve(lead);

        awaitState(lead, "SENT");
        await().atMost(PATIENCE).until(() -> mailsTo(lead).size() == 1);
        MimeMessage mail = mailsTo(lead).get(0);
        assertThat(subject(mail)).isEqualTo("For Ada Holm");
        assertThat(message(operator, unread).path("state").asString()).isEqualTo("DRAFT");
        assertThat(mailsTo(unread)).isEmpty();
        assertThat(RawEntries.holding(grid, List.of(address(lead), "For Ada"))).isEmpty();
    }

    @Test
    void aRecipientWhomTheServerRefusesIsNotTriedAgain() {
        String lead = draft("bob");
        room.answer(address(lead), "550 5.1.1 " + address(lead) + " is not known here");

        approve(lead);

        awaitState(lead, "FAILED");
        assertThat(reason(lead)).isEqualTo("The mail server refused its recipient (550).");
        OutboxMessage stored = stored(lead);
        assertThat(stored.tries()).isOne();
        assertThat(stored.notBeforeMillis()).as("never by itself").isEqualTo(Enrolment.NEVER);
    }

    @Test
    void aServerThatIsBusyIsAskedAgainABoundedNumberOfTimes() {
        String lead = draft("carl");
        room.answer(address(lead), "451 4.7.1 later");

        approve(lead);

        await().atMost(PATIENCE).until(() -> reason(lead).contains("Tried 1 of 3 times"));
        awaitState(lead, "FAILED");
        assertThat(reason(lead)).contains("(451)", "It was tried 3 times.");
        long[] counted = grid.ignite()
                .<String, long[]>cache(CacheNames.CONTACT_LEDGER)
                .get(stored(lead).personHash());
        assertThat(counted).as("three tries count once towards the cap").hasSize(1);
    }

    @Test
    void whatWaitsForTheServerGoesOnceItIsBack() {
        String lead = draft("eve");
        int port = room.port();
        room.close();
        approve(lead);
        await().atMost(PATIENCE).until(() -> reason(lead).contains("could not be reached. Tried"));

        room = MailRoom.openAt(port);

        awaitState(lead, "SENT");
        await().atMost(PATIENCE).until(() -> mailsTo(lead).size() == 1);
        assertThat(message(operator, lead).path("reason").isNull()).isTrue();
    }

    @Test
    void whatAConsoleTookAndNeverBookedIsForAPersonToDecide() {
        String lead = draft("fay");
        taken(lead, Instant.now());
        assertThat(decision(lead, "approval").getStatus().value())
                .as("it may just be on its way")
                .isEqualTo(409);
        taken(lead, Instant.now().minus(Duration.ofMinutes(20)));
        assertThat(message(operator, lead).path("abandoned").asBoolean()).isTrue();
        assertThat(reason(lead)).contains("it may have gone");
        assertThat(mailsTo(lead)).as("not by itself").isEmpty();

        approve(lead);

        awaitState(lead, "SENT");
        await().atMost(PATIENCE).until(() -> mailsTo(lead).size() == 1);
    }

    /** Leaves a message as a console does that dies while it sends. */
    private void taken(String lead, Instant when) {
        OutboxMessage before = stored(lead);
        messages()
                .put(
                        key(lead),
                        before.toBuilder()
                                .state(MessageState.SENDING)
                                .tries(1)
                                .triedMillis(when.toEpochMilli())
                                .revision(before.revision() + 1)
                                .build());
    }

    private String draft(String name) {
        neverQuiet();
        String source = unique();
        String lead = lead(source, name + "." + source + "@pier.example");
        consent(lead, true);
        keepSequence(
                keepSegment("source is " + source),
                "{\"kind\": \"MESSAGE\", \"subject\": \"For {name}\", \"text\": \"Dear {name}\"}");
        await().atMost(PATIENCE).until(() -> message(operator, lead), found -> !found.isMissingNode());
        return lead;
    }

    private void approve(String lead) {
        assertThat(decision(lead, "approval").getStatus().value()).isEqualTo(200);
    }

    private org.springframework.test.web.reactive.server.EntityExchangeResult<byte[]> decision(
            String lead, String what) {
        JsonNode seen = message(operator, lead);
        return send(
                operator,
                HttpMethod.POST,
                ENGAGEMENT + "outbox/" + lead + "/" + seen.path("messageId").asString() + "/" + what,
                "{}",
                "\"" + seen.path("revision").asLong() + "\"");
    }

    private void awaitState(String lead, String state) {
        await().atMost(PATIENCE)
                .until(() -> message(operator, lead).path("state").asString(), state::equals);
    }

    private String reason(String lead) {
        return message(operator, lead).path("reason").asString("");
    }

    private String address(String lead) {
        return message(operator, lead).path("address").asString();
    }

    private List<MimeMessage> mailsTo(String lead) {
        String address = address(lead);
        return room.received().stream()
                .filter(mail -> recipient(mail).equals(address))
                .toList();
    }

    private OutboxMessageKey key(String lead) {
        return new OutboxMessageKey(
                lead, message(operator, lead).path("messageId").asString());
    }

    private OutboxMessage stored(String lead) {
        return Objects.requireNonNull(messages().get(key(lead)));
    }

    private static IgniteCache<OutboxMessageKey, OutboxMessage> messages() {
        return grid.ignite().cache(CacheNames.OUTBOX_MESSAGE);
    }

    private static String recipient(MimeMessage mail) {
        try {
            return String.valueOf(mail.getAllRecipients()[0]);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
