package io.nqba.compute.sales.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.sales.engagement.EngagementSettings;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendWindowTest {
    private static final EngagementSettings SETTINGS =
            new EngagementSettings(20 * 60, 8 * 60, "UTC", 2, 7, 14, 365, 1, "test");

    @Test
    void theThirdMessageOfAWeekWaitsUntilTheFirstIsAWeekOld() {
        long[] sent = {millis("2026-05-18T10:00:00Z"), millis("2026-05-19T10:00:00Z")};
        long now = millis("2026-05-20T10:00:00Z");

        SendWindow window = SendWindow.of(SETTINGS, sent, now);

        assertThat(window.openMillis()).isEqualTo(millis("2026-05-25T10:00:00Z"));
        assertThat(window.reason())
                .isEqualTo("Waits until 25 May 2026, 10:00 UTC: the person got 2 messages within 7 days.");
    }

    @Test
    void aCapThatEndsAtNightEndsInTheMorning() {
        long[] sent = {millis("2026-05-18T22:00:00Z"), millis("2026-05-19T10:00:00Z")};

        assertThat(SendWindow.of(SETTINGS, sent, millis("2026-05-20T10:00:00Z")).openMillis())
                .isEqualTo(millis("2026-05-26T08:00:00Z"));
    }

    @Test
    void onlyTheLastMessagesCount() {
        long[] sent = {millis("2026-05-01T10:00:00Z"), millis("2026-05-02T10:00:00Z"), millis("2026-05-19T10:00:00Z")};
        long now = millis("2026-05-20T10:00:00Z");

        assertThat(SendWindow.of(SETTINGS, sent, now)).isEqualTo(new SendWindow(now, ""));
        assertThat(new ContactCap(SETTINGS).with(sent, now)).containsExactly(sent[2], now);
    }

    @Test
    void aMessageThatIsTriedAgainCountsOnce() {
        ContactCap cap = new ContactCap(SETTINGS);
        long[] sent = {millis("2026-05-18T10:00:00Z"), millis("2026-05-19T10:00:00Z")};

        assertThat(cap.without(sent, sent[1])).containsExactly(sent[0]);
        assertThat(cap.without(sent, 0)).as("never tried").containsExactly(sent);
        assertThat(cap.without(new long[] {sent[0], sent[0]}, sent[0]))
                .as("another one at the same moment")
                .containsExactly(sent[0]);
    }

    @Test
    void atNightItWaitsForTheMorning() {
        SendWindow window = SendWindow.of(SETTINGS, new long[0], millis("2026-05-20T21:00:00Z"));

        assertThat(window.openMillis()).isEqualTo(millis("2026-05-21T08:00:00Z"));
        assertThat(window.reason()).isEqualTo("Waits until 21 May 2026, 08:00 UTC for the end of the quiet hours.");
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
