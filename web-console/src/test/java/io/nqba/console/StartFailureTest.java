package io.nqba.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.nqba.console.sales.engagement.OutboxProperties;
import io.nqba.console.sales.engagement.SmtpProperties;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What a console says in one line that could not start. */
class StartFailureTest {
    @Test
    void aSettingThatCannotBeReadIsNamedWithItsValue() {
        assertThat(reason("nqba.outbox", OutboxProperties.class, "nqba.outbox.sender", "smpt"))
                .isEqualTo(
                        "NQBA-NODE-001: The setting nqba.outbox.sender (smpt) cannot be read as one of file, smtp, none."
                                + " Fix: Correct it; docs/settings.md lists it.");
        assertThat(reason("nqba.outbox", OutboxProperties.class, "nqba.outbox.look", "soon"))
                .contains("nqba.outbox.look (soon) cannot be read as a duration");
        assertThat(reason("nqba.outbox.smtp", SmtpProperties.class, "nqba.outbox.smtp.port", "mail"))
                .contains("nqba.outbox.smtp.port (mail) cannot be read as a whole number");
    }

    @Test
    void aSettingOutsideItsRangeSpeaksForItself() {
        assertThat(reason("nqba.outbox", OutboxProperties.class, "nqba.outbox.tries", "0"))
                .startsWith("NQBA-NODE-001: The setting nqba.outbox.tries (0) must be a whole number from 1 to 10.");
    }

    private static String reason(String prefix, Class<?> type, String name, String value) {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(name, value)));
        return ConsoleApplication.reasonOf(catchThrowable(() -> binder.bindOrCreate(prefix, type)));
    }
}
