package io.nqba.console.sales.engagement;

import io.nqba.console.sales.engagement.DeliveryException.Kind;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Hands messages to a mail server, one connection each. A message always carries the same Message-ID, so a second copy of one that a
 * person lets go again is known as such by whoever gets both.
 */
@Component
@ConditionalOnProperty(name = "nqba.outbox.sender", havingValue = "smtp")
class SmtpSender implements MessageSender {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);

    private final SmtpSettings settings;
    private final Session session;
    private final Clock clock;

    @Autowired
    SmtpSender(SmtpProperties smtp, Clock clock) {
        this(new SmtpSettings(smtp), clock);
    }

    SmtpSender(SmtpSettings settings, Clock clock) {
        this.settings = settings;
        this.session = Session.getInstance(settings.properties());
        this.clock = clock;
    }

    @Override
    public Mono<Void> send(OutboxMessageKey key, Letter letter) {
        return Mono.<Void>fromCallable(() -> {
                    deliver(key, letter);
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Nothing is kept here. */
    @Override
    public Mono<Void> forget(Function<OutboxMessageKey, Mono<Boolean>> isThere) {
        return Mono.empty();
    }

    private void deliver(OutboxMessageKey key, Letter letter) throws DeliveryException {
        InternetAddress to = recipient(letter);
        MimeMessage mail = mail(key, letter, to);
        Transport transport = connected();
        try {
            transport.sendMessage(mail, new InternetAddress[] {to});
        } catch (MessagingException failed) {
            throw judged(failed);
        } finally {
            close(transport);
        }
    }

    /** One plain address: no name beside it, no list, no group. */
    private static InternetAddress recipient(Letter letter) throws DeliveryException {
        try {
            InternetAddress address = new InternetAddress(letter.to(), true);
            address.validate();
            if (!address.isGroup() && letter.to().equals(address.getAddress())) {
                return address;
            }
        } catch (MessagingException wrong) {
            LOG.debug("An address is refused, cause={}", wrong.getClass().getSimpleName());
        }
        throw new DeliveryException(Kind.REFUSED, "The address is not one that mail goes to.");
    }

    private MimeMessage mail(OutboxMessageKey key, Letter letter, InternetAddress to) throws DeliveryException {
        try {
            MimeMessage mail = new IdentifiedMail(session, messageId(key));
            mail.setFrom(settings.from());
            mail.setRecipient(Message.RecipientType.TO, to);
            mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(clock.instant()));
            mail.setText(letter.text(), StandardCharsets.UTF_8.name());
            mail.saveChanges();
            return mail;
        } catch (MessagingException impossible) {
            throw new DeliveryException(
                    Kind.REFUSED,
                    "It cannot be written as mail (%s)."
                            .formatted(impossible.getClass().getSimpleName()));
        }
    }

    /** The key tells messages apart, and its hash tells nobody which lead it is about. */
    String messageId(OutboxMessageKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((key.leadId() + '\0' + key.messageId()).getBytes(StandardCharsets.UTF_8));
            String from = settings.from().getAddress();
            return "<%s@%s>"
                    .formatted(HexFormat.of().formatHex(hash, 0, 16), from.substring(from.lastIndexOf('@') + 1));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Until the server has greeted and knows the user nothing has gone, whatever went wrong. */
    private Transport connected() throws DeliveryException {
        try {
            Transport transport = session.getTransport();
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            return transport;
        } catch (AuthenticationFailedException refused) {
            throw new DeliveryException(
                    Kind.NO_SERVER,
                    "The mail server did not accept the user or the password; see nqba.outbox.smtp.user and password.");
        } catch (MessagingException failed) {
            throw new DeliveryException(Kind.NO_SERVER, connectionWords(failed));
        }
    }

    private String connectionWords(MessagingException failed) {
        String at = settings.host() + ":" + settings.port();
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "The mail server (%s) could not be talked to in secret: its certificate is not trusted or not its own, or it knows"
                                .formatted(at)
                        + " no TLS of today.";
            }
            if (String.valueOf(cause.getMessage()).contains("STARTTLS")) {
                return "The mail server (%s) offers no STARTTLS, and nothing is said to it in the open.".formatted(at);
            }
        }
        return "The mail server (%s) could not be reached.".formatted(at);
    }

    /** The server's own words may name the person, so only its number is kept. Without one, nobody knows how far it came. */
    private static DeliveryException judged(MessagingException failed) {
        int code = -1;
        String who = "it";
        for (Exception cause = failed; cause instanceof MessagingException next; cause = next.getNextException()) {
            if (cause instanceof SMTPAddressFailedException recipient) {
                code = recipient.getReturnCode();
                who = "its recipient";
            } else if (cause instanceof SMTPSenderFailedException sender) {
                code = sender.getReturnCode();
                who = "the sender (nqba.outbox.smtp.from)";
            } else if (cause instanceof SMTPSendFailedException sending && code < 0) {
                code = sending.getReturnCode();
            }
        }
        if (code >= 500) {
            return new DeliveryException(Kind.REFUSED, "The mail server refused %s (%d).".formatted(who, code));
        }
        if (code >= 400) {
            return new DeliveryException(
                    Kind.LATER, "The mail server does not take %s for now (%d).".formatted(who, code));
        }
        return new DeliveryException(
                Kind.UNCLEAR,
                "The connection ended while it was handed over: it may have arrived. Ask the mail server before it goes again.");
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException afterwards) {
            LOG.debug(
                    "A connection to the mail server ended early, cause={}",
                    afterwards.getClass().getSimpleName());
        }
    }

    /** Keeps the Message-ID it is given; the library would make a new one with every try. */
    private static final class IdentifiedMail extends MimeMessage {
        private final String id;

        IdentifiedMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
