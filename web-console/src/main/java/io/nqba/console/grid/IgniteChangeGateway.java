package io.nqba.console.grid;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.audit.ChangeGateway;
import io.nqba.console.audit.LastChange;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The audit by SQL. */
@Component
class IgniteChangeGateway implements ChangeGateway {
    private final GridSql sql;

    IgniteChangeGateway(GridSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<LastChange> last(String subject, String action) {
        return sql.rows(
                        "SELECT ACCOUNT, AT_MILLIS FROM AUDIT_ENTRY WHERE SUBJECT = ? AND OUTCOME = ? AND ACTION LIKE ?"
                                + " ORDER BY AT_MILLIS DESC LIMIT 1",
                        subject,
                        AuditTrail.OK,
                        action + "%")
                .flatMap(rows -> rows.isEmpty()
                        ? Mono.empty()
                        : Mono.just(new LastChange(
                                GridSql.text(rows.get(0), 0), Instant.ofEpochMilli(GridSql.whole(rows.get(0), 1)))));
    }
}
