package io.nqba.node.sales.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.sales.ErasureOrder;
import io.nqba.model.sales.ErasureReport;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.engagement.EngagementSettings;
import io.nqba.model.sales.engagement.EnrolmentState;
import io.nqba.model.sales.engagement.MessageState;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.StopEngagement;
import io.nqba.model.sales.engagement.StopReason;
import io.nqba.node.testing.GridFixture;
import io.nqba.node.testing.RawEntries;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sequences do with leads, on two nodes; time is moved by hand. */
class EngagementIT {
    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @SuppressWarnings("NullAway.Init")
    private EngagementBook book;

    @BeforeAll
    static void start() {
        grid = EngagementBook.grid(2);
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @BeforeEach
    void empty() {
        for (String cache : List.of(
                CacheNames.LEAD,
                CacheNames.ACTIVITY,
                CacheNames.ENROLMENT,
                CacheNames.OUTBOX_MESSAGE,
                CacheNames.CONSENT,
                CacheNames.CONTACT_LEDGER)) {
            grid.ignite().cache(cache).removeAll();
        }
        book = new EngagementBook(grid);
        book.storeRules(true, EngagementBook.neverQuiet());
    }

    @Test
    void aLeadThatEntersGetsItsStepsInTheirTime() {
        book.storeLead("l-1", "ada", 5_000);
        book.storeLead("l-small", "bob", 500);
        book.consent("ada", true);

        book.lookEverywhere();

        assertThat(book.count("ENROLMENT")).isEqualTo(1);
        assertThat(book.count("ACTIVITY WHERE PLAN = 'Call within a day.' AND BY_REP_ID = 'rep-1' AND DONE = FALSE"))
                .isEqualTo(1);
        assertThat(book.message("l-1")).isNull();

        book.pass(Duration.ofHours(47));
        assertThat(book.lookEverywhere()).isZero();
        book.pass(Duration.ofHours(1));
        assertThat(book.lookEverywhere()).isEqualTo(1);

        assertThat(message("l-1").state()).isEqualTo(MessageState.APPROVED);
        assertThat(message("l-1").reason()).isEqualTo("The sequence sends without approval.");
        assertThat(book.enrolment("l-1").state()).isEqualTo(EnrolmentState.DONE);
        book.pass(Duration.ofDays(400));
        assertThat(book.lookEverywhere()).as("once is once").isZero();
    }

    @Test
    void aMessageIsADraftUntilSomebodyApprovesIt() {
        book.storeRules(false, EngagementBook.neverQuiet());
        toMessage("l-1", "ada");

        assertThat(message("l-1").state()).isEqualTo(MessageState.DRAFT);
        assertThat(book.claim("l-1").state()).isEqualTo(MessageState.DRAFT);
    }

    @Test
    void withoutConsentOrAddressNoMessageGoesAndTheReasonSaysSo() {
        book.storeLead("l-none", "carl", 5_000);
        book.storeLead("l-address", "", 5_000);
        book.lookEverywhere();
        book.pass(Duration.ofDays(2));
        book.lookEverywhere();

        assertThat(message("l-none").state()).isEqualTo(MessageState.SUPPRESSED);
        assertThat(message("l-none").reason()).isEqualTo("The person has not consented to e-mail.");
        assertThat(message("l-address").reason()).isEqualTo("The person has no e-mail address.");
    }

    @Test
    void aReplyEndsTheSequence() {
        book.storeLead("l-1", "ada", 5_000);
        book.consent("ada", true);
        book.lookEverywhere();
        book.pass(Duration.ofHours(1));
        book.reply("l-1");

        book.lookEverywhere();

        assertThat(book.enrolment("l-1").stopReason()).isEqualTo(StopReason.REPLIED);
        book.pass(Duration.ofDays(2));
        assertThat(book.lookEverywhere()).isZero();
        assertThat(book.message("l-1")).isNull();
    }

    @Test
    void aReplyThatIsWrittenDownLateStopsTheMessageThatIsApproved() {
        toMessage("l-1", "ada");
        book.reply("l-1");
        book.pass(Duration.ofHours(3));

        OutboxMessage judged = book.claim("l-1");

        assertThat(judged.state()).isEqualTo(MessageState.SUPPRESSED);
        assertThat(judged.reason()).isEqualTo("Stopped: the person replied.");
    }

    @Test
    void anotherStatusEndsTheSequence() {
        Lead lead = book.storeLead("l-1", "ada", 5_000);
        book.consent("ada", true);
        book.lookEverywhere();
        grid.ignite()
                .cache(CacheNames.LEAD)
                .put(
                        "l-1",
                        lead.toBuilder().status(LeadStatus.WORKING).revision(2).build());

        for (int node = 0; node < grid.size(); node++) {
            book.engine(node).look("l-1");
        }

        assertThat(book.enrolment("l-1").stopReason()).isEqualTo(StopReason.STATUS_CHANGED);
    }

    @Test
    void consentWithdrawnStopsWhatIsUnderWay() {
        toMessage("l-1", "ada");
        book.storeLead("l-2", "eve", 5_000);
        book.consent("eve", true);
        book.lookEverywhere();
        book.consent("ada", false);
        book.consent("eve", false);
        book.pass(Duration.ofDays(2));
        book.lookEverywhere();

        assertThat(book.claim("l-1").reason()).isEqualTo("Stopped: the person withdrew consent.");
        assertThat(book.enrolment("l-2").stopReason()).isEqualTo(StopReason.CONSENT_WITHDRAWN);
        assertThat(book.message("l-2")).isNull();
    }

    @Test
    void quietHoursPostponeAndTheMessageGoesInTheMorning() {
        // Noon is quiet here, so that the message made at noon has to wait.
        book.storeRules(true, new EngagementSettings(11 * 60, 15 * 60, "UTC", 2, 7, 14, 365, 1, "test"));
        toMessage("l-1", "ada");

        OutboxMessage waiting = book.claim("l-1");
        assertThat(waiting.state()).isEqualTo(MessageState.APPROVED);
        assertThat(waiting.reason()).isEqualTo("Waits until 22 May 2026, 15:00 UTC for the end of the quiet hours.");
        assertThat(book.claim("l-1")).isEqualTo(waiting);

        book.pass(Duration.ofHours(3));
        assertThat(book.claim("l-1").state()).isEqualTo(MessageState.SENDING);
    }

    @Test
    void theCapCountsThePersonNotTheLead() {
        for (String leadId : EngagementBook.names("l-", 4)) {
            book.storeLead(leadId, "ada", 5_000);
        }
        book.consent("ada", true);
        book.lookEverywhere();
        book.pass(Duration.ofDays(2));
        book.lookEverywhere();

        assertThat(book.claim("l-0").state()).isEqualTo(MessageState.SENDING);
        assertThat(book.claim("l-1").state()).isEqualTo(MessageState.SENDING);
        assertThat(book.claim("l-2").state()).isEqualTo(MessageState.APPROVED);
        assertThat(message("l-2").reason())
                .isEqualTo("Waits until 29 May 2026, 12:00 UTC: the person got 2 messages within 7 days.");
        assertThat(book.claim("l-0").state()).as("only one sender gets it").isEqualTo(MessageState.APPROVED);

        book.pass(Duration.ofDays(7));
        assertThat(book.claim("l-2").state()).isEqualTo(MessageState.SENDING);
        assertThat(book.claim("l-3").state()).isEqualTo(MessageState.SENDING);
    }

    @Test
    void aMessageThatWouldGoTooLateDoesNotGo() {
        book.storeRules(true, new EngagementSettings(0, 0, "UTC", 1, 30, 14, 365, 1, "test"));
        toMessage("l-1", "ada");
        book.claim("l-1");
        book.storeLead("l-2", "ada", 5_000);
        book.lookEverywhere();
        book.pass(Duration.ofDays(2));
        book.lookEverywhere();

        OutboxMessage late = book.claim("l-2");

        assertThat(late.state()).isEqualTo(MessageState.SUPPRESSED);
        assertThat(late.reason())
                .isEqualTo("Waits until 21 Jun 2026, 12:00 UTC: the person got 1 messages within 30 days."
                        + " By then it would be older than 14 days.");
    }

    @Test
    void clientsStopEnrolAndErase() {
        toMessage("l-1", "ada-hash-of-keys");
        try (IgniteClient client = grid.client()) {
            int left = (Integer)
                    task(client, TaskNames.STOP_ENGAGEMENT, new StopEngagement("l-1", "", StopReason.BY_HAND));
            assertThat(left).as("it had ended").isZero();
            assertThat(message("l-1").state()).isEqualTo(MessageState.SUPPRESSED);

            ErasureReport report = (ErasureReport)
                    task(client, TaskNames.ERASE_PERSON, ErasureOrder.ofLead("l-1", "ada-hash-of-keys"));

            assertThat(report.engagements()).as("enrolment, message, consent").isEqualTo(3);
            assertThat(RawEntries.holding(grid, List.of("l-1", "ada-hash-of-keys")))
                    .isEmpty();
        }
    }

    @Test
    void settledMessagesAreRemovedAfterTheirTime() {
        book.storeLead("l-1", "", 5_000);
        book.lookEverywhere();
        book.pass(Duration.ofDays(2));
        book.lookEverywhere();
        book.pass(Duration.ofDays(364));
        assertThat(removeOld()).isZero();

        book.pass(Duration.ofDays(2));

        assertThat(removeOld()).isEqualTo(1);
        assertThat(book.message("l-1")).isNull();
    }

    @Test
    void whatStaysOfARemovedLeadIsRemoved() {
        toMessage("l-1", "ada");
        toMessage("l-2", "bob");
        grid.ignite().cache(CacheNames.LEAD).remove("l-1");

        assertThat(book.engine(0).removeOrphans() + book.engine(1).removeOrphans())
                .as("enrolment and message")
                .isEqualTo(2);

        assertThat(book.message("l-1")).isNull();
        assertThat(message("l-2").isOpen()).isTrue();
    }

    private int removeOld() {
        return book.engine(0).removeOld() + book.engine(1).removeOld();
    }

    /** Brings one lead to the end of the sequence, with its message approved at noon two days later. */
    private void toMessage(String leadId, String personHash) {
        book.storeLead(leadId, personHash, 5_000);
        book.consent(personHash, true);
        book.lookEverywhere();
        book.pass(Duration.ofDays(2));
        book.lookEverywhere();
        assertThat(message(leadId).isOpen()).isTrue();
    }

    private OutboxMessage message(String leadId) {
        return Objects.requireNonNull(book.message(leadId));
    }

    private static Object task(IgniteClient client, String name, Object argument) {
        try {
            TaskReply<Object> reply = client.compute().execute(name, argument);
            return reply.orThrow();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
