package io.nqba.compute.sales.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.sales.engagement.EngagementSettings;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void overMidnightTheyEndTheNextMorningOrThisOne() {
        QuietHours quiet = quiet("20:00", "08:00");

        assertThat(quiet.open(at("2026-05-20T19:59"))).isEqualTo(at("2026-05-20T19:59"));
        assertThat(quiet.open(at("2026-05-20T20:00"))).isEqualTo(at("2026-05-21T08:00"));
        assertThat(quiet.open(at("2026-05-20T23:59"))).isEqualTo(at("2026-05-21T08:00"));
        assertThat(quiet.open(at("2026-05-21T00:00"))).isEqualTo(at("2026-05-21T08:00"));
        assertThat(quiet.open(at("2026-05-21T07:59"))).isEqualTo(at("2026-05-21T08:00"));
        assertThat(quiet.open(at("2026-05-21T08:00"))).isEqualTo(at("2026-05-21T08:00"));
    }

    @Test
    void withinADayTheyEndTheSameDay() {
        QuietHours quiet = quiet("12:00", "14:00");

        assertThat(quiet.open(at("2026-05-20T11:59"))).isEqualTo(at("2026-05-20T11:59"));
        assertThat(quiet.open(at("2026-05-20T12:30"))).isEqualTo(at("2026-05-20T14:00"));
        assertThat(quiet.open(at("2026-05-20T14:00"))).isEqualTo(at("2026-05-20T14:00"));
    }

    @Test
    void theSameTimeTwiceMeansNone() {
        assertThat(quiet("08:00", "08:00").open(at("2026-05-20T08:00"))).isEqualTo(at("2026-05-20T08:00"));
        assertThat(quiet("08:00", "08:00").open(at("2026-05-20T03:00"))).isEqualTo(at("2026-05-20T03:00"));
    }

    /** On 29 March 2026 the clocks go from 02:00 to 03:00: the night is an hour shorter, and 02:30 does not exist. */
    @Test
    void whenTheClocksGoForwardTheNightIsShorter() {
        Instant evening = at("2026-03-28T22:00");

        assertThat(quiet("20:00", "08:00").open(evening)).isEqualTo(Instant.parse("2026-03-29T06:00:00Z"));
        assertThat(quiet("20:00", "02:30").open(evening)).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    /** On 25 October 2026 the clocks go from 03:00 back to 02:00: 02:30 comes twice, and between the two nobody is written to. */
    @Test
    void whenTheClocksGoBackTheyEndTheSecondTime() {
        QuietHours quiet = quiet("20:00", "02:30");
        Instant end = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(quiet.open(at("2026-10-24T22:00"))).isEqualTo(end);
        assertThat(quiet.open(Instant.parse("2026-10-25T00:15:00Z"))).isEqualTo(end);
        assertThat(quiet.open(Instant.parse("2026-10-25T01:15:00Z"))).isEqualTo(end);
        assertThat(quiet.open(end)).isEqualTo(end);
        assertThat(quiet("20:00", "08:00").open(at("2026-10-24T22:00")))
                .isEqualTo(Instant.parse("2026-10-25T07:00:00Z"));
    }

    /** Whatever the time and the zone: what opens is never earlier, and asking again then changes nothing. */
    @Test
    void whatOpensStaysOpen() {
        for (String zone : new String[] {"UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns"}) {
            for (String[] span : new String[][] {{"20:00", "08:00"}, {"23:30", "02:15"}, {"01:00", "03:00"}}) {
                QuietHours quiet = quiet(span[0], span[1], zone);
                Instant start = Instant.parse("2026-01-01T00:00:00Z");
                for (int i = 0; i < 366 * 24; i++) {
                    Instant now = start.plusSeconds(i * 3_600L + i % 60 * 60L);
                    Instant open = quiet.open(now);
                    assertThat(open).isAfterOrEqualTo(now);
                    assertThat(quiet.open(open))
                            .as("%s %s %s", zone, span[0], now)
                            .isEqualTo(open);
                }
            }
        }
    }

    private static QuietHours quiet(String from, String to) {
        return quiet(from, to, BERLIN.getId());
    }

    private static QuietHours quiet(String from, String to, String zone) {
        return new QuietHours(new EngagementSettings(minute(from), minute(to), zone, 2, 7, 14, 365, 1, "test"));
    }

    private static int minute(String time) {
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }

    private static Instant at(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), BERLIN).toInstant();
    }
}
