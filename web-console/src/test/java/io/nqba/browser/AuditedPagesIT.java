package io.nqba.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.testing.Browser;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Who starts or stops a run from a page leaves what the API leaves: one entry that says who, what, and how it ended. */
class AuditedPagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SQL =
            "SELECT ACCOUNT, ACTION, OUTCOME, ADDRESS FROM AUDIT_ENTRY WHERE TRACE_ID = ? AND SUBJECT = ?";
    private static final String ADDRESS = "127.0.0.1";

    private final TestConsole console = DemoGrid.console();

    @Test
    void aRunStartedAndCancelledFromPagesLeavesAnEntryEach() {
        Browser browser = Browser.signedIn(console, Role.ANALYST);

        EntityExchangeResult<byte[]> started =
                browser.post("/flyfox/runs", form(UUID.randomUUID().toString(), "60"), browser.csrf());
        String run = runOf(started);
        EntityExchangeResult<byte[]> cancelled = browser.post("/runs/" + run + "/cancel", Map.of(), browser.csrf());

        assertThat(entries(started, run)).containsExactly(List.of("analyst", "run.submit", AuditTrail.OK, ADDRESS));
        assertThat(entries(cancelled, run)).containsExactly(List.of("analyst", "run.cancel", AuditTrail.OK, ADDRESS));
        assertThat(Objects.requireNonNull(
                                console.bean(RunGateway.class).find(run).block(PATIENCE))
                        .requestedBy())
                .isEqualTo("analyst");
    }

    @Test
    void aRefusedCancelLeavesItsReason() {
        Browser browser = Browser.signedIn(console, Role.COUNCIL);

        EntityExchangeResult<byte[]> answer = browser.post("/runs/no-such-run/cancel", Map.of(), browser.csrf());

        assertThat(answer.getStatus().value()).isEqualTo(404);
        assertThat(entries(answer, "no-such-run"))
                .containsExactly(List.of("council", "run.cancel", ErrorCode.RUN_NOT_FOUND.id(), ADDRESS));
    }

    @Test
    void aFormSentTwiceStartsOneRunAndWithOtherFiguresNone() {
        Browser browser = Browser.signedIn(console, Role.COUNCIL);
        String key = UUID.randomUUID().toString();

        EntityExchangeResult<byte[]> first = browser.post("/flyfox/runs", form(key, "1"), browser.csrf());
        EntityExchangeResult<byte[]> second = browser.post("/flyfox/runs", form(key, "1"), browser.csrf());
        EntityExchangeResult<byte[]> other = browser.post("/flyfox/runs", form(key, "2"), browser.csrf());

        assertThat(runOf(second)).isEqualTo(runOf(first));
        assertThat(new String(Objects.requireNonNull(other.getResponseBody()), StandardCharsets.UTF_8))
                .contains("This form has started a run already, with other figures.")
                .as("the form that came back can start another run")
                .doesNotContain(key);
        assertThat(entries(other, "riverside"))
                .containsExactly(List.of("council", "run.submit", ErrorCode.CONFLICT.id(), ADDRESS));
    }

    private static Map<String, String> form(String key, String seconds) {
        Map<String, String> fields = new HashMap<>();
        fields.put("district", "riverside");
        fields.put("runId", key);
        fields.put("from", aDayThatHasBeen());
        fields.put("days", "1");
        fields.put("source", "READINGS");
        fields.put("demandCharge", "2.5");
        fields.put("carbonWeight", "0");
        fields.put("gapPercent", "1");
        fields.put("seconds", seconds);
        return fields;
    }

    /** A day of which every reading is there. */
    private static String aDayThatHasBeen() {
        Instant day = DemoGrid.lastReading("riverside").minus(Duration.ofDays(3));
        return day.toString().substring(0, "2026-08-01".length());
    }

    private static String runOf(EntityExchangeResult<byte[]> answer) {
        String path = Objects.requireNonNull(answer.getResponseHeaders().getLocation())
                .getPath();
        assertThat(path).startsWith("/runs/");
        return path.substring("/runs/".length());
    }

    private static List<List<?>> entries(EntityExchangeResult<byte[]> answer, String subject) {
        String trace = Objects.requireNonNull(answer.getResponseHeaders().getFirst("X-Trace-Id"));
        return DemoGrid.rows(SQL, trace, subject);
    }
}
