package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.text;
import static io.nqba.console.grid.GridSql.whole;

import io.nqba.console.paging.Page;
import io.nqba.console.sales.engagement.EngagementGateway;
import io.nqba.console.sales.engagement.EnrolmentView;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.ContactChannel;
import io.nqba.model.sales.engagement.Enrolment;
import io.nqba.model.sales.engagement.EnrolmentKey;
import io.nqba.model.sales.engagement.EnrolmentState;
import io.nqba.model.sales.engagement.MessageState;
import io.nqba.model.sales.engagement.NextAction;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.nqba.model.sales.engagement.StopEngagement;
import io.nqba.model.sales.engagement.StopReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists of engagement by SQL, commands by tasks on the nodes of the leads. */
@Component
class IgniteEngagementGateway implements EngagementGateway {
    private static final int SOME_LEADS = 20;
    private static final KeysetQuery.Sort<EnrolmentView> BY_CHANGE = KeysetQuery.Sort.number(
            "CHANGED_MILLIS", view -> (double) view.changedAt().toEpochMilli());
    private static final KeysetQuery.Sort<EnrolmentView> BY_ENROLMENT =
            KeysetQuery.Sort.text("CONCAT(LEAD_ID, '/', SEQUENCE_ID)", view -> view.leadId() + "/" + view.sequenceId());
    private static final KeysetQuery.Sort<Stamped<OutboxMessageKey>> BY_CREATION =
            KeysetQuery.Sort.number("CREATED_MILLIS", row -> (double) row.millis());
    private static final KeysetQuery.Sort<Stamped<OutboxMessageKey>> BY_MESSAGE = KeysetQuery.Sort.text(
            "CONCAT(LEAD_ID, '/', MESSAGE_ID)",
            row -> row.key().leadId() + "/" + row.key().messageId());
    private static final KeysetQuery.Sort<Stamped<ConsentKey>> BY_TIME =
            KeysetQuery.Sort.number("AT_MILLIS", row -> (double) row.millis());
    private static final KeysetQuery.Sort<Stamped<ConsentKey>> BY_PERSON = KeysetQuery.Sort.text(
            "CONCAT(PERSON_HASH, '/', CAST(CHANNEL AS VARCHAR))",
            row -> row.key().personHash() + "/" + row.key().channel());

    private final GridConnection grid;
    private final GridSql sql;

    IgniteEngagementGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    /** A key and the time that its row is sorted by. */
    private record Stamped<K>(K key, long millis) {}

    @Override
    public Mono<Page<EnrolmentView>> enrolments(
            @Nullable String sequenceId,
            @Nullable String leadId,
            @Nullable EnrolmentState state,
            @Nullable String cursor,
            int limit) {
        var query = new KeysetQuery<EnrolmentView>(
                "SELECT LEAD_ID, SEQUENCE_ID, STEP, CAST(STATE AS VARCHAR), CAST(STOP_REASON AS VARCHAR), DUE_MILLIS,"
                        + " ENROLLED_MILLIS, CHANGED_MILLIS, REVISION FROM ENROLMENT");
        if (sequenceId != null) {
            query.and("SEQUENCE_ID = ?", sequenceId);
        }
        if (leadId != null) {
            query.and("LEAD_ID = ?", leadId);
        }
        if (state != null) {
            query.and("CAST(STATE AS VARCHAR) = ?", state.name());
        }
        return query.page(sql, BY_CHANGE, true, BY_ENROLMENT, cursor, limit, IgniteEngagementGateway::enrolment);
    }

    private static EnrolmentView enrolment(List<?> row) {
        StopReason reason = StopReason.valueOf(text(row, 4));
        long dueMillis = whole(row, 5);
        return new EnrolmentView(
                text(row, 0),
                text(row, 1),
                (int) whole(row, 2) + 1,
                EnrolmentState.valueOf(text(row, 3)),
                reason == StopReason.NONE ? null : reason.words(),
                dueMillis == Enrolment.NEVER ? null : Instant.ofEpochMilli(dueMillis),
                Instant.ofEpochMilli(whole(row, 6)),
                Instant.ofEpochMilli(whole(row, 7)),
                whole(row, 8));
    }

    @Override
    public Mono<Page<OutboxMessageKey>> outbox(
            @Nullable MessageState state, @Nullable String leadId, @Nullable String cursor, int limit) {
        var query = new KeysetQuery<Stamped<OutboxMessageKey>>(
                "SELECT LEAD_ID, MESSAGE_ID, CREATED_MILLIS FROM OUTBOX_MESSAGE");
        if (state != null) {
            query.and("CAST(STATE AS VARCHAR) = ?", state.name());
        }
        if (leadId != null) {
            query.and("LEAD_ID = ?", leadId);
        }
        return query.page(
                        sql,
                        BY_CREATION,
                        true,
                        BY_MESSAGE,
                        cursor,
                        limit,
                        row -> new Stamped<>(new OutboxMessageKey(text(row, 0), text(row, 1)), whole(row, 2)))
                .map(IgniteEngagementGateway::keys);
    }

    private static <K> Page<K> keys(Page<Stamped<K>> page) {
        return new Page<>(page.items().stream().map(Stamped::key).toList(), page.next());
    }

    @Override
    public Mono<List<OutboxMessageKey>> due(long nowMillis, int limit) {
        return sql.rows(
                        "SELECT LEAD_ID, MESSAGE_ID FROM OUTBOX_MESSAGE WHERE NOT_BEFORE_MILLIS <= ?"
                                + " ORDER BY NOT_BEFORE_MILLIS LIMIT ?",
                        nowMillis,
                        limit)
                .map(rows -> rows.stream()
                        .map(row -> new OutboxMessageKey(text(row, 0), text(row, 1)))
                        .toList());
    }

    @Override
    public Mono<Page<ConsentKey>> consents(@Nullable String cursor, int limit) {
        return new KeysetQuery<Stamped<ConsentKey>>(
                        "SELECT PERSON_HASH, CAST(CHANNEL AS VARCHAR), AT_MILLIS FROM CONSENT")
                .page(
                        sql,
                        BY_TIME,
                        true,
                        BY_PERSON,
                        cursor,
                        limit,
                        row -> new Stamped<>(
                                new ConsentKey(text(row, 0), ContactChannel.valueOf(text(row, 1))), whole(row, 2)))
                .map(IgniteEngagementGateway::keys);
    }

    @Override
    public Mono<List<String>> leadsOf(String personHash) {
        return sql.rows(
                        "SELECT LEAD_ID FROM LEAD WHERE EMAIL_HASH = ? ORDER BY LEAD_ID LIMIT ?",
                        personHash,
                        SOME_LEADS)
                .map(rows -> rows.stream().map(row -> text(row, 0)).toList());
    }

    @Override
    public Mono<List<SequenceCount>> counts() {
        return sql.rows(
                        "SELECT SEQUENCE_ID, CAST(STATE AS VARCHAR), COUNT(*) FROM ENROLMENT GROUP BY SEQUENCE_ID, STATE")
                .map(rows -> rows.stream()
                        .map(row ->
                                new SequenceCount(text(row, 0), EnrolmentState.valueOf(text(row, 1)), whole(row, 2)))
                        .toList());
    }

    @Override
    public Mono<List<MessageCount>> messageCounts() {
        return sql.rows("SELECT CAST(STATE AS VARCHAR), COUNT(*) FROM OUTBOX_MESSAGE GROUP BY STATE")
                .map(rows -> rows.stream()
                        .map(row -> new MessageCount(MessageState.valueOf(text(row, 0)), whole(row, 1)))
                        .toList());
    }

    @Override
    public Mono<OutboxMessage> claim(OutboxMessageKey key) {
        return grid.task(TaskNames.CLAIM_MESSAGE, key);
    }

    @Override
    public Mono<Integer> stop(StopEngagement order) {
        return grid.task(TaskNames.STOP_ENGAGEMENT, order);
    }

    @Override
    public Mono<Boolean> enrol(EnrolmentKey key) {
        return grid.task(TaskNames.ENROL_LEAD, key);
    }

    @Override
    public Mono<NextAction> nextAction(String leadId) {
        return grid.task(TaskNames.NEXT_ACTION, leadId);
    }
}
