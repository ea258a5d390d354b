package io.nqba.console.sales.engagement;

import static io.nqba.console.sales.engagement.OutboxProperties.wrong;

import io.nqba.console.sales.engagement.SmtpProperties.Tls;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** What the sender knows of its mail server, checked when the console starts. */
final class SmtpSettings {
    private static final String NAME = "nqba.outbox.smtp.";
    /** A message that is being sent is nobody else's for a quarter of an hour; a dozen steps have to fit into that. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    private final SmtpProperties given;
    private final int port;
    private final String password;
    private final InternetAddress from;
    private final @Nullable SSLSocketFactory trusting;

    /** @throws io.nqba.model.error.NqbaException if a setting does not fit; the text names it */
    SmtpSettings(SmtpProperties given) {
        this.given = given;
        if (!given.host().matches("[A-Za-z0-9._:-]+")) {
            throw wrong(NAME + "host", given.host(), "be the name or the address of a mail server");
        }
        if (given.port() < 0 || given.port() > 65_535) {
            throw wrong(NAME + "port", String.valueOf(given.port()), "be from 1 to 65535, or 0 for the usual one");
        }
        port = given.port() == 0 ? given.tls().usualPort() : given.port();
        if (given.tls() == Tls.NONE && !onThisMachine(given.host())) {
            throw wrong(
                    NAME + "tls",
                    "none",
                    "be starttls or implicit: the host (%s) is another machine".formatted(given.host()));
        }
        if (given.timeout().toMillis() < 1 || given.timeout().compareTo(LONGEST_TIMEOUT) > 0) {
            throw wrong(NAME + "timeout", given.timeout().toString(), "be a time up to one minute");
        }
        password = password(given);
        if (given.user().isEmpty() != password.isEmpty()) {
            String missing = given.user().isEmpty() ? "user" : "password";
            throw wrong(NAME + missing, "", "be given too: user and password go together");
        }
        from = from(given.from());
        trusting = given.trustFile() == null ? null : trusting(given.trustFile());
    }

    String host() {
        return given.host();
    }

    int port() {
        return port;
    }

    /** Returns who signs in; null for nobody. */
    @Nullable
    String user() {
        return given.user().isEmpty() ? null : given.user();
    }

    /** Returns the password of the user; null for nobody. */
    @Nullable
    String password() {
        return password.isEmpty() ? null : password;
    }

    InternetAddress from() {
        return from;
    }

    /** Returns the settings as the mail library calls them. */
    Properties properties() {
        String millis = String.valueOf(given.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.auth", String.valueOf(user() != null));
        // Goodbye is said and not waited for: what comes then no longer tells anything about the message.
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(given.tls() == Tls.IMPLICIT));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(given.tls() == Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(given.tls() == Tls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        if (trusting != null) {
            properties.put("mail.smtp.ssl.socketFactory", trusting);
        }
        return properties;
    }

    /** Judged by the name alone: what a name server says may change between here and the connection. */
    private static boolean onThisMachine(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static String password(SmtpProperties given) {
        Path file = given.passwordFile();
        if (file == null) {
            return given.password();
        }
        if (!given.password().isEmpty()) {
            throw wrong(
                    NAME + "password-file", file.toString(), "stay empty where password is given, or the other way");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw wrong(NAME + "password-file", file.toString(), "be a file that this process can read");
        }
    }

    private static InternetAddress from(String given) {
        try {
            InternetAddress address = new InternetAddress(given, true);
            address.validate();
            return address;
        } catch (AddressException wrong) {
            throw wrong(NAME + "from", given, "be an address such as sales@example.org or Sales <sales@example.org>");
        }
    }

    private static SSLSocketFactory trusting(Path file) {
        try {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new GeneralSecurityException("no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException unusable) {
            throw wrong(NAME + "trust-file", file.toString(), "be a readable file of certificates in PEM");
        }
    }
}
