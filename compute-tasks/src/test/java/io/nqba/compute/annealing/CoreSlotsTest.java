package io.nqba.compute.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.annealing.CoreSlots.Slot;
import io.nqba.compute.annealing.FairShare.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoreSlotsTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void oneThatIsNoLongerWantedStopsWaiting() throws InterruptedException, ExecutionException, TimeoutException {
        var slots = new CoreSlots(1);
        Slot holder = slots.slot(new Tenant(1));
        holder.acquire(() -> false);
        var unwanted = new AtomicBoolean();
        var waiting = new CountDownLatch(1);
        Future<Boolean> waiter = threads.submit(() -> slots.slot(new Tenant(1)).acquire(() -> {
            waiting.countDown();
            return unwanted.get();
        }));
        waiting.await();
        unwanted.set(true);

        assertThat(waiter.get(10, TimeUnit.SECONDS)).isFalse();
        holder.release();
        assertThat(slots.slot(new Tenant(1)).acquire(() -> true))
                .as("the core is free")
                .isTrue();
    }

    @Test
    void underManyThreadsNoMoreRunThanThereAreCoresAndAllComeToAnEnd()
            throws InterruptedException, ExecutionException, TimeoutException {
        var slots = new CoreSlots(2);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        List<Future<?>> workers = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            Slot slot = slots.slot(new Tenant(1 + thread % 3));
            workers.add(threads.submit(() -> {
                for (int turn = 0; turn < 300; turn++) {
                    assertThat(slot.acquire(() -> false)).isTrue();
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    running.decrementAndGet();
                    assertThat(slot.keep(() -> false)).isTrue();
                    if (turn % 3 == 0) {
                        slot.release();
                    }
                }
                slot.release();
                return null;
            }));
        }
        for (Future<?> worker : workers) {
            worker.get(60, TimeUnit.SECONDS);
        }

        assertThat(most.get()).isBetween(1, 2);
        assertThat(slots.slot(new Tenant(1)).acquire(() -> true))
                .as("a core is free")
                .isTrue();
    }
}
