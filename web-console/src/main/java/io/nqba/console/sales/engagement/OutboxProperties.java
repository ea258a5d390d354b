package io.nqba.console.sales.engagement;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How approved messages leave.
 *
 * @param sender {@code file} writes each into a file, {@code smtp} hands each to a mail server, {@code none} leaves them in the outbox
 * @param directory where the files go; {@code outbox} in the work directory when it is not set
 * @param look how often the outbox is looked into
 * @param tries how often a message is tried that a server does not take for now
 * @param retry time before the second try; four times as long before each further one
 */
@ConfigurationProperties("nqba.outbox")
public record OutboxProperties(
        @DefaultValue("file") Sender sender,
        @Nullable Path directory,
        @DefaultValue("5s") Duration look,
        @DefaultValue("5") int tries,
        @DefaultValue("1m") Duration retry) {
    private static final int MOST_TRIES = 10;

    /** @throws NqbaException if a value is outside its range; the text names it */
    public OutboxProperties {
        if (tries < 1 || tries > MOST_TRIES) {
            throw wrong("nqba.outbox.tries", String.valueOf(tries), "be a whole number from 1 to " + MOST_TRIES);
        }
        if (retry.toMillis() < 1 || retry.compareTo(Duration.ofDays(1)) > 0) {
            throw wrong("nqba.outbox.retry", retry.toString(), "be a time up to one day");
        }
        if (look.toMillis() < 1) {
            throw wrong("nqba.outbox.look", look.toString(), "be longer than nothing");
        }
    }

    /** Returns how long a message waits that was tried so often. */
    Duration wait(int tried) {
        return retry.multipliedBy(1L << (2 * (tried - 1)));
    }

    static NqbaException wrong(String name, String value, String rule) {
        return new NqbaException(
                ErrorCode.INVALID_SETTING,
                "The setting %s (%s) must %s.".formatted(name, value.isEmpty() ? "empty" : value, rule),
                "Correct it; docs/settings.md lists it.");
    }

    /** Who carries messages out. */
    public enum Sender {
        FILE,
        SMTP,
        NONE
    }
}
