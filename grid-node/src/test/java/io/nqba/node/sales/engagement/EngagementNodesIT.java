package io.nqba.node.sales.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.compute.sales.engagement.EngagementEngine;
import io.nqba.model.sales.engagement.MessageState;
import io.nqba.node.testing.GridFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.CacheException;
import org.apache.ignite.IgniteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every step is done exactly once, also while nodes leave and come and while several look at the same leads at once. */
@Timeout(value = 150, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngagementNodesIT {
    private static final int LEADS = 120;
    /** Of some forty leads a node, each with two steps before it waits. */
    private static final int STEPS_BEFORE_LEAVING = 12;

    @Test
    void everyStepIsDoneOnceWhileANodeLeavesAndOneComes() throws Exception {
        try (GridFixture grid = EngagementBook.grid(3)) {
            EngagementBook book = new EngagementBook(grid);
            book.storeRules(true, EngagementBook.neverQuiet());
            for (String leadId : EngagementBook.names("l-", LEADS)) {
                book.storeLead(leadId, "person-" + leadId, 5_000);
                book.consent("person-" + leadId, true);
            }
            List<String> ofTheLeaving = book.leadsOf(2, LEADS);
            AtomicBoolean stopped = new AtomicBoolean();
            AtomicInteger stepsOfTheLeaving = new AtomicInteger();
            List<EngagementEngine> engines = List.of(book.engine(0), book.engine(1), book.engine(2));
            ExecutorService threads = Executors.newFixedThreadPool(6);
            try {
                List<Future<?>> lookers = new ArrayList<>();
                // Two at once on each node: what the transactions cannot keep apart shows.
                for (int twice = 0; twice < 2; twice++) {
                    lookers.add(threads.submit(() -> workUntil(engines.get(2), stepsOfTheLeaving)));
                    lookers.add(threads.submit(() -> lookUntil(engines.get(0), stopped)));
                    lookers.add(threads.submit(() -> lookUntil(engines.get(1), stopped)));
                }
                // As the module does: a node that stops waits for ever for calls that are under way on it.
                lookers.get(0).get(60, TimeUnit.SECONDS);
                lookers.get(3).get(60, TimeUnit.SECONDS);
                assertThat(stepsOfTheLeaving).hasValueGreaterThanOrEqualTo(STEPS_BEFORE_LEAVING);
                assertThat(book.entered(ofTheLeaving))
                        .as("it leaves in the middle of its work")
                        .isBetween(STEPS_BEFORE_LEAVING / 2, ofTheLeaving.size() - 1);
                grid.stopNode(2);
                untilAll(book, "STEP = 2");
                book.pass(Duration.ofDays(2));
                grid.addNode();
                untilAll(book, "CAST(STATE AS VARCHAR) = 'DONE'");
                stopped.set(true);
                for (Future<?> looker : lookers) {
                    looker.get(60, TimeUnit.SECONDS);
                }
            } finally {
                stopped.set(true);
                threads.shutdownNow();
            }

            assertThat(book.count("ENROLMENT WHERE CAST(STATE AS VARCHAR) = 'DONE' AND REVISION = 4"))
                    .isEqualTo(LEADS);
            assertThat(book.count("ACTIVITY")).as("one task each").isEqualTo(LEADS);
            assertThat(book.count("OUTBOX_MESSAGE WHERE REVISION = 1")).isEqualTo(LEADS);
        }
    }

    @Test
    void ofSeveralWhoAskForAMessageOneGetsIt() throws Exception {
        try (GridFixture grid = EngagementBook.grid(2)) {
            EngagementBook book = new EngagementBook(grid);
            book.storeRules(true, EngagementBook.neverQuiet());
            book.storeLead("l-1", "ada", 5_000);
            book.storeLead("l-2", "ada", 5_000);
            book.storeLead("l-3", "ada", 5_000);
            book.consent("ada", true);
            book.lookEverywhere();
            book.pass(Duration.ofDays(2));
            book.lookEverywhere();
            AtomicInteger got = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(6);
            try {
                List<Future<?>> askers = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    String leadId = "l-" + (1 + i % 3);
                    EngagementEngine engine = book.engine(i % 2);
                    askers.add(threads.submit(() -> {
                        if (engine.claim(EngagementBook.messageKey(leadId)).state() == MessageState.SENDING) {
                            got.incrementAndGet();
                        }
                    }));
                }
                for (Future<?> asker : askers) {
                    asker.get(60, TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(got)
                    .as("two messages a week to one person, over three leads")
                    .hasValue(2);
        }
    }

    private static void untilAll(EngagementBook book, String condition) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            book.lookEverywhere();
            return book.count("ENROLMENT WHERE " + condition) == LEADS;
        });
    }

    /** Works on the partitions of a node until enough steps are done on it. */
    private static void workUntil(EngagementEngine engine, AtomicInteger steps) {
        for (int partition : engine.ownPartitions()) {
            if (steps.get() >= STEPS_BEFORE_LEAVING) {
                return;
            }
            engine.scan(partition);
            steps.addAndGet(engine.runDue());
        }
    }

    private static void lookUntil(EngagementEngine engine, AtomicBoolean stopped) {
        while (!stopped.get()) {
            try {
                for (int partition : engine.ownPartitions()) {
                    engine.scan(partition);
                }
                engine.runDue();
            } catch (IllegalStateException left) {
                return;
            } catch (IgniteException | CacheException gridChanges) {
                // Partitions move: what was not done is done by the next look.
                Thread.onSpinWait();
            }
        }
    }
}
