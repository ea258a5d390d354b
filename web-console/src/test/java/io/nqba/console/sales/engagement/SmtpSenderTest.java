package io.nqba.console.sales.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.nqba.console.sales.engagement.DeliveryException.Kind;
import io.nqba.console.sales.engagement.SmtpProperties.Tls;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Exceptions;

class SmtpSenderTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-05-20T12:00:00Z"), ZoneOffset.UTC);
    private static final OutboxMessageKey KEY = new OutboxMessageKey("l-1", "welcome-2");
    private static final Letter LETTER =
            new Letter("ada@pier.example", "Grüße aus Köln", "Dear Ada,\nthat is it.\n.\nA dot alone ends no text.");

    @TempDir
    private Path folder;

    @Test
    void aLetterArrivesAsItWasRead() throws Exception {
        try (MailRoom room = MailRoom.open()) {
            sender(room, MailRoom.PASSWORD).send(KEY, LETTER).block();

            MimeMessage mail = only(room);
            assertThat(mail.getSubject()).isEqualTo("Grüße aus Köln");
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ada@pier.example");
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Sales <sales@mail.example>");
            assertThat(mail.getSentDate()).isEqualTo("2026-05-20T12:00:00Z");
            assertThat(String.valueOf(mail.getContent()).strip().lines())
                    .containsExactly("Dear Ada,", "that is it.", ".", "A dot alone ends no text.");
        }
    }

    @Test
    void theSameMessageHasTheSameIdWhoeverSendsItWhenever() throws Exception {
        try (MailRoom room = MailRoom.open()) {
            sender(room, MailRoom.PASSWORD).send(KEY, LETTER).block();
            sender(room, MailRoom.PASSWORD).send(KEY, LETTER).block();
            sender(room, MailRoom.PASSWORD)
                    .send(new OutboxMessageKey("l-1", "welcome-3"), LETTER)
                    .block();
            await().until(() -> room.received().size() == 3);

            assertThat(room.received())
                    .extracting(MimeMessage::getMessageID)
                    .allMatch(id -> id.matches("<[0-9a-f]{32}@mail\\.example>"))
                    .doesNotContain("l-1");
            assertThat(room.received().stream().map(SmtpSenderTest::idOf).distinct())
                    .hasSize(2);
        }
    }

    @Test
    void noSubjectBeginsAnotherHeadLine() throws Exception {
        String subject = "Hi\r\nBcc: eve@else.example\r\n\r\nBuy\u0085now\u2028or\nnever\u0000";
        try (MailRoom room = MailRoom.open()) {
            sender(room, MailRoom.PASSWORD)
                    .send(KEY, new Letter("ada@pier.example", subject, "Text"))
                    .block();

            MimeMessage mail = only(room);
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getSubject()).isEqualTo("Hi Bcc: eve@else.example Buy now or never");
            assertThat(String.valueOf(mail.getContent()).strip()).isEqualTo("Text");
            assertThat(Collections.list(mail.getAllHeaders()))
                    .extracting(header -> header.getName())
                    .containsExactlyInAnyOrder(
                            "Return-Path",
                            "Received",
                            "Date",
                            "From",
                            "To",
                            "Message-ID",
                            "Subject",
                            "MIME-Version",
                            "Content-Type",
                            "Content-Transfer-Encoding");
        }
    }

    @Test
    void aLongSubjectAndALongLineSurvive() throws Exception {
        String subject = "Grüße ".repeat(60).strip();
        String text = "lang ".repeat(500).strip();
        try (MailRoom room = MailRoom.open()) {
            sender(room, MailRoom.PASSWORD)
                    .send(KEY, new Letter("ada@pier.example", subject, text))
                    .block();

            MimeMessage mail = only(room);
            assertThat(mail.getSubject()).isEqualTo(subject);
            assertThat(String.valueOf(mail.getContent()).strip()).isEqualTo(text);
        }
    }

    @Test
    void onlyOnePlainAddressIsWrittenTo() {
        try (MailRoom room = MailRoom.open()) {
            for (String to : new String[] {
                "",
                "ada",
                "ada@",
                "ada@pier.example, eve@else.example",
                "Ada <ada@pier.example>",
                "all: ada@pier.example;",
                "ada@pier.example\r\nRCPT TO:<eve@else.example>",
                "ada@pier.example>\u2028<eve@else.example"
            }) {
                DeliveryException failure = failure(room, MailRoom.PASSWORD, new Letter(to, "Hi", "Text"));

                assertThat(failure.kind()).as(to).isEqualTo(Kind.REFUSED);
            }
            assertThat(room.asked()).isZero();
        }
    }

    @Test
    void whatTheServerSaysOfAPersonStaysWithIt() {
        try (MailRoom room = MailRoom.open()) {
            room.answer("ada@pier.example", "550 5.1.1 ada@pier.example is not known here");
            DeliveryException never = failure(room, MailRoom.PASSWORD, LETTER);
            room.answer("ada@pier.example", "451 4.7.1 ada@pier.example: come back later");
            DeliveryException later = failure(room, MailRoom.PASSWORD, LETTER);
            room.answerAsUsual();
            room.answer(MailRoom.ANY_TEXT, "554 5.7.1 no such text to ada");
            DeliveryException text = failure(room, MailRoom.PASSWORD, LETTER);

            assertThat(never.kind()).isEqualTo(Kind.REFUSED);
            assertThat(never).hasMessage("The mail server refused its recipient (550).");
            assertThat(later.kind()).isEqualTo(Kind.LATER);
            assertThat(later).hasMessage("The mail server does not take its recipient for now (451).");
            assertThat(text.kind()).isEqualTo(Kind.REFUSED);
            assertThat(text).hasMessage("The mail server refused it (554).");
            assertThat(room.received()).isEmpty();
        }
    }

    @Test
    void aLineThatIsCutBehindTheTextLeavesItUnclear() {
        try (MailRoom room = MailRoom.open()) {
            room.answer(MailRoom.ANY_TEXT, "");

            DeliveryException failure = failure(room, MailRoom.PASSWORD, LETTER);

            assertThat(failure.kind()).isEqualTo(Kind.UNCLEAR);
            assertThat(failure).hasMessageContaining("may have arrived");
        }
    }

    @Test
    void aServerThatIsGoneOrDoesNotKnowUsIsAMatterOfTheServer() throws IOException {
        int port;
        try (MailRoom room = MailRoom.open()) {
            port = room.port();
            DeliveryException unknown = failure(room, "shut sesame", LETTER);

            assertThat(unknown.kind()).isEqualTo(Kind.NO_SERVER);
            assertThat(unknown).hasMessageContaining("nqba.outbox.smtp.user").hasMessageNotContaining("sesame");
            assertThat(room.asked()).isZero();
        }
        DeliveryException gone = failure(sender(settings(port, Tls.NONE, MailRoom.PASSWORD, null)), LETTER);

        assertThat(gone.kind()).isEqualTo(Kind.NO_SERVER);
        assertThat(gone).hasMessage("The mail server (127.0.0.1:%d) could not be reached.", port);
    }

    @Test
    void aServerThatSaysNothingIsWaitedForNoLongerThanItMay() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DeliveryException failure = failure(
                    sender(settings(silent.getLocalPort(), Tls.NONE, MailRoom.PASSWORD, null, Duration.ofMillis(200))),
                    LETTER);

            assertThat(failure.kind()).isEqualTo(Kind.NO_SERVER);
        }
    }

    @Test
    void nothingIsSaidInTheOpenWhereSecrecyIsAskedFor() {
        try (MailRoom room = MailRoom.open()) {
            DeliveryException failure =
                    failure(sender(settings(room.port(), Tls.STARTTLS, MailRoom.PASSWORD, null)), LETTER);

            assertThat(failure.kind()).isEqualTo(Kind.NO_SERVER);
            assertThat(failure).hasMessageContaining("offers no STARTTLS");
            assertThat(room.asked()).isZero();
        }
    }

    @Test
    void onlyAServerThatIsTrustedAndIsItselfGetsAnything() throws Exception {
        Path own = certificate("own", "ip:127.0.0.1");
        Path other = certificate("other", "dns:other.example");
        try (MailRoom room = MailRoom.encrypted(tls("own"));
                MailRoom stranger = MailRoom.encrypted(tls("other"))) {
            sender(settings(room.port(), Tls.IMPLICIT, MailRoom.PASSWORD, own))
                    .send(KEY, LETTER)
                    .block();
            DeliveryException untrusted =
                    failure(sender(settings(room.port(), Tls.IMPLICIT, MailRoom.PASSWORD, null)), LETTER);
            DeliveryException misnamed =
                    failure(sender(settings(stranger.port(), Tls.IMPLICIT, MailRoom.PASSWORD, other)), LETTER);

            assertThat(only(room).getSubject()).isEqualTo(LETTER.subject());
            assertThat(untrusted).hasMessageContaining("its certificate is not trusted or not its own");
            assertThat(misnamed).hasMessageContaining("its certificate is not trusted or not its own");
            assertThat(room.asked()).isOne();
            assertThat(stranger.asked()).isZero();
        }
    }

    /** Makes a key with the tool of the JDK and returns the file of its certificate. */
    private Path certificate(String name, String alternativeName) throws Exception {
        Path pem = folder.resolve(name + ".pem");
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + alternativeName,
                "-validity",
                "2",
                "-keystore",
                store(name).toString(),
                "-storepass",
                MailRoom.PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                name,
                "-file",
                pem.toString(),
                "-keystore",
                store(name).toString(),
                "-storepass",
                MailRoom.PASSWORD);
        return pem;
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        Collections.addAll(command, arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private Path store(String name) {
        return folder.resolve(name + ".p12");
    }

    private SSLContext tls(String name) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(store(name))) {
            keys.load(stored, MailRoom.PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, MailRoom.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static SmtpSender sender(MailRoom room, String password) {
        return sender(settings(room.port(), Tls.NONE, password, null));
    }

    private static SmtpSender sender(SmtpProperties properties) {
        return new SmtpSender(new SmtpSettings(properties), NOON);
    }

    private static SmtpProperties settings(int port, Tls tls, String password, @Nullable Path trust) {
        return settings(port, tls, password, trust, Duration.ofSeconds(20));
    }

    private static SmtpProperties settings(int port, Tls tls, String password, @Nullable Path trust, Duration timeout) {
        return new SmtpProperties(
                "127.0.0.1", port, tls, MailRoom.USER, password, null, "Sales <sales@mail.example>", trust, timeout);
    }

    private static DeliveryException failure(MailRoom room, String password, Letter letter) {
        return failure(sender(room, password), letter);
    }

    private static DeliveryException failure(SmtpSender sender, Letter letter) {
        Throwable thrown =
                Exceptions.unwrap(catchThrowable(() -> sender.send(KEY, letter).block()));
        assertThat(thrown).isInstanceOf(DeliveryException.class).hasMessageNotContaining("ada");
        return (DeliveryException) thrown;
    }

    private static MimeMessage only(MailRoom room) {
        // The server says that it has the text before it puts it away.
        await().until(() -> !room.received().isEmpty());
        assertThat(room.received()).hasSize(1);
        return room.received().get(0);
    }

    private static String idOf(MimeMessage mail) {
        try {
            return Objects.requireNonNull(mail.getMessageID());
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
