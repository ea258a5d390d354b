package io.nqba.console.sales.engagement;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that takes approved messages; read only where {@code nqba.outbox.sender} is {@code smtp}.
 *
 * @param port 0 for the usual one of {@code tls}
 * @param user who signs in; empty for nobody
 * @param passwordFile file that holds the password alone, in place of {@code password}
 * @param from the address that messages come from, with or without a name
 * @param trustFile certificates in PEM, in place of those that Java trusts
 * @param timeout longest wait for the server at every single step
 */
@ConfigurationProperties("nqba.outbox.smtp")
public record SmtpProperties(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("starttls") Tls tls,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @Nullable Path passwordFile,
        @DefaultValue("") String from,
        @Nullable Path trustFile,
        @DefaultValue("30s") Duration timeout) {
    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "SmtpProperties[host=%s, port=%d, tls=%s]".formatted(host, port, tls);
    }

    /** How what is said stays between two. */
    public enum Tls {
        /** Begins in the open and changes over before anything is said; a server that cannot gets nothing. */
        STARTTLS(587),
        /** Encrypted from the first byte. */
        IMPLICIT(465),
        /** Readable; only to a server on this machine. */
        NONE(25);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }

        int usualPort() {
            return usualPort;
        }
    }
}
