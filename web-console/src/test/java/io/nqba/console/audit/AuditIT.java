package io.nqba.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.security.Role;
import java.util.List;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class AuditIT {
    private static final String SQL =
            "SELECT ACCOUNT, ACTION, OUTCOME, ADDRESS FROM AUDIT_ENTRY WHERE TRACE_ID = ? AND SUBJECT = ?";

    private final TestConsole console = TestConsole.shared();

    @Test
    void aRefusedCommandLeavesWhoDidWhatAndHowItEnded() {
        String trace = console.as(Role.COUNCIL)
                .delete()
                .uri("/api/v1/optimisation/runs/no-such-run")
                .exchange()
                .expectStatus()
                .isNotFound()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("X-Trace-Id");

        assertThat(entries(trace, "no-such-run"))
                .containsExactly(List.of("council", "run.cancel", "NQBA-OPT-001", "127.0.0.1"));
    }

    @Test
    void aSignInLeavesAnEntryWithoutThePassword() {
        String trace = console.stranger()
                .post()
                .uri("/api/v1/auth/token")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\": \"stranger-for-audit\", \"password\": \"their secret\"}")
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("X-Trace-Id");

        assertThat(entries(trace, "stranger-for-audit"))
                .containsExactly(List.of("stranger-for-audit", "sign-in", "NQBA-SEC-001", "127.0.0.1"));
    }

    private static List<List<?>> entries(@org.jspecify.annotations.Nullable String trace, String subject) {
        return TestConsole.grid()
                .ignite()
                .cache(CacheNames.AUDIT_ENTRY)
                .query(new SqlFieldsQuery(SQL).setArgs(trace, subject).setSchema("PUBLIC"))
                .getAll();
    }
}
