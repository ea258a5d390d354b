package io.nqba.console.sales.engagement;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How approved messages leave.
 *
 * @param sender {@code file} writes each into a file, {@code none} leaves them in the outbox
 * @param directory where the files go; {@code outbox} in the work directory when it is not set
 * @param look how often the outbox is looked into
 */
@ConfigurationProperties("nqba.outbox")
public record OutboxProperties(
        @DefaultValue("file") Sender sender,
        @Nullable Path directory,
        @DefaultValue("5s") Duration look) {
    /** Who carries messages out. */
    public enum Sender {
        FILE,
        NONE
    }
}
