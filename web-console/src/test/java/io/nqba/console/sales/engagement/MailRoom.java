package io.nqba.console.sales.engagement;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A mail server on a free port of this machine that keeps what it gets, and refuses on request. */
final class MailRoom implements AutoCloseable {
    static final String USER = "sales";
    static final String PASSWORD = "open sesame";

    /** By address, or by this for whatever comes: the answer in place of the usual one. */
    static final String ANY_TEXT = "";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Managers managers = new RefusingManagers();
    private final SmtpServer server;

    private MailRoom(int port, @Nullable SSLContext tls) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", tls == null ? "smtp" : "smtps");
        server = tls == null ? new SmtpServer(setup, managers) : new TlsServer(setup, managers, tls);
        try {
            managers.getUserManager().createUser(USER + "@mail.example", USER, PASSWORD);
            server.startService();
            if (!server.waitTillRunning(20_000)) {
                throw new IllegalStateException("The mail server does not start.");
            }
        } catch (UserException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static MailRoom open() {
        return new MailRoom(0, null);
    }

    /** Opens one where another was. */
    static MailRoom openAt(int port) {
        return new MailRoom(port, null);
    }

    static MailRoom encrypted(SSLContext tls) {
        return new MailRoom(0, tls);
    }

    int port() {
        return server.getPort();
    }

    /** Answers whoever sends to an address, or any text, in its own way from now on; what is no answer ends the connection. */
    void answer(String address, String answer) {
        answers.put(address, answer);
    }

    void answerAsUsual() {
        answers.clear();
    }

    /** Returns how often somebody named a recipient. */
    int asked() {
        return asked.get();
    }

    List<MimeMessage> received() {
        return managers.getImapHostManager().getAllMessages().stream()
                .map(StoredMessage::getMimeMessage)
                .toList();
    }

    @Override
    public void close() {
        server.stopService(10_000);
    }

    private final class RefusingManagers extends Managers {
        private final SmtpManager refusing = new SmtpManager(getImapHostManager(), getUserManager()) {
            @Override
            public @Nullable String checkRecipient(SmtpState state, MailAddress address) {
                asked.incrementAndGet();
                return answers.get(address.getEmail());
            }

            @Override
            public @Nullable String checkData(SmtpState state) {
                String answer = answers.get(ANY_TEXT);
                if (answer != null && answer.isEmpty()) {
                    throw new IllegalStateException("The line is cut.");
                }
                return answer;
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return refusing;
        }
    }

    private static final class TlsServer extends SmtpServer {
        private final SSLContext tls;

        TlsServer(ServerSetup setup, Managers managers, SSLContext tls) {
            super(setup, managers);
            this.tls = tls;
        }

        @Override
        protected ServerSocket openServerSocket() throws IOException {
            return tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        }
    }
}
