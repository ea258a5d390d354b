package io.nqba.node.sales.scoring;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What one node has still to score: leads by their ids as long as there is room, else whole partitions, which are then looked through. So
 * it never grows beyond a bound and forgets nothing. Safe for threads; nothing here waits for the grid.
 */
final class ArrivalQueue {
    private final int capacity;
    private final LinkedHashSet<String> leadIds = new LinkedHashSet<>();
    private final BitSet partitions = new BitSet();

    /** @param capacity leads that are kept one by one */
    ArrivalQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Adds a lead; one that waits already waits once. */
    synchronized void add(String leadId, int partition) {
        if (partitions.get(partition)) {
            return;
        }
        if (leadIds.size() < capacity || leadIds.contains(leadId)) {
            leadIds.add(leadId);
        } else {
            partitions.set(partition);
        }
        notifyAll();
    }

    /** Has partitions looked through. */
    synchronized void addPartitions(int... numbers) {
        IntStream.of(numbers).forEach(partitions::set);
        notifyAll();
    }

    /** Takes the leads that wait longest; none when nothing waits one by one. */
    synchronized List<String> take(int most) {
        List<String> taken = new ArrayList<>();
        var waiting = leadIds.iterator();
        while (waiting.hasNext() && taken.size() < most) {
            taken.add(waiting.next());
            waiting.remove();
        }
        return taken;
    }

    /** Takes a partition to look through; -1 for none. What changes in it from now on is added again. */
    synchronized int takePartition() {
        int next = partitions.nextSetBit(0);
        if (next >= 0) {
            partitions.clear(next);
        }
        return next;
    }

    /** Waits until there is something to do, or for a time. */
    synchronized void await(long millis) throws InterruptedException {
        long untilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (leadIds.isEmpty() && partitions.isEmpty()) {
            long leftMillis = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
            if (leftMillis <= 0) {
                return;
            }
            wait(leftMillis);
        }
    }
}
