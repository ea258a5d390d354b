package io.nqba.node.sales.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What waits is bounded and never forgotten. */
class ArrivalQueueTest {
    @Test
    void leadsComeOutInTheOrderInWhichTheyCameInOnceEach() {
        var queue = new ArrivalQueue(10);
        queue.add("b", 1);
        queue.add("a", 2);
        queue.add("b", 1);

        assertThat(queue.take(1)).containsExactly("b");
        queue.add("b", 1);
        assertThat(queue.take(5)).containsExactly("a", "b");
        assertThat(queue.take(5)).isEmpty();
        assertThat(queue.takePartition()).isNegative();
    }

    @Test
    void aLeadWithoutRoomHasItsPartitionLookedThrough() {
        var queue = new ArrivalQueue(2);
        queue.add("a", 1);
        queue.add("b", 2);
        queue.add("c", 7);
        queue.add("a", 1);
        queue.take(2);
        queue.add("d", 7);

        assertThat(queue.take(5)).as("its partition waits already").isEmpty();
        assertThat(queue.takePartition()).isEqualTo(7);
        assertThat(queue.takePartition()).isNegative();
        queue.add("d", 7);
        assertThat(queue.take(5)).as("changed after the look began").containsExactly("d");
    }
}
