package io.nqba.compute.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.apache.ignite.binary.BinaryObject;
import org.apache.ignite.binary.BinaryObjectBuilder;
import org.apache.ignite.binary.BinaryType;
import org.junit.jupiter.api.Test;

class SweepCountTest {
    private static final UUID LEFT = new UUID(0, 1);
    private static final UUID RIGHT = new UUID(0, 2);

    @Test
    void aRoundIsCompleteWhenEveryPartitionWasCountedOnce() {
        var count = new PartitionSweep.Count<>(new CheckTally(), 4);

        boolean first = count.addAll(List.of(report(LEFT, 10, 0, 2)));
        boolean incomplete = count.complete();
        boolean second = count.addAll(List.of(report(RIGHT, 5, 1, 3)));

        assertThat(first).isTrue();
        assertThat(incomplete).isFalse();
        assertThat(second).isTrue();
        assertThat(count.complete()).isTrue();
        assertThat(count.sweep().tally().items()).isEqualTo(15);
        assertThat(count.sweep().nodes()).isEqualTo(2);
        assertThat(count.sweep().bytes()).isEqualTo(200);
    }

    @Test
    void aReportThatClaimsACountedPartitionIsDroppedWholeAndItsOthersStayOpen() {
        var count = new PartitionSweep.Count<>(new CheckTally(), 4);
        count.addAll(List.of(report(LEFT, 10, 0, 1)));

        boolean counted = count.addAll(List.of(report(RIGHT, 7, 1, 2, 3)));

        assertThat(counted).isFalse();
        assertThat(count.open().stream().toArray()).containsExactly(2, 3);
        assertThat(count.sweep().tally().items()).isEqualTo(10);
    }

    @Test
    void aPartitionNamedTwiceInOneReportDropsTheReport() {
        var count = new PartitionSweep.Count<>(new CheckTally(), 2);

        assertThat(count.addAll(List.of(report(LEFT, 10, 0, 0, 1)))).isFalse();
        assertThat(count.open().cardinality()).isEqualTo(2);
    }

    @Test
    void anEmptyReportIsNoProgress() {
        var count = new PartitionSweep.Count<>(new CheckTally(), 2);

        assertThat(count.addAll(List.of(report(LEFT, 0)))).isFalse();
        assertThat(count.complete()).isFalse();
    }

    private static PartitionReport report(UUID node, int items, int... partitions) {
        var tally = new CheckTally();
        tally.addItems(items);
        return new PartitionReport(node, partitions, items, items, new Carried(tally));
    }

    /** A marshalled tally without a grid: gives back what was put in, and has a size. The generics are Ignite's. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    private record Carried(CheckTally tally) implements BinaryObject {
        @Override
        public int size() {
            return 100;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T deserialize() {
            return (T) tally;
        }

        @Override
        public <T> T deserialize(ClassLoader loader) {
            return deserialize();
        }

        @Override
        public BinaryType type() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <F> F field(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasField(String name) {
            return false;
        }

        @Override
        public BinaryObject clone() {
            return new Carried(tally);
        }

        @Override
        public BinaryObjectBuilder toBuilder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int enumOrdinal() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String enumName() {
            throw new UnsupportedOperationException();
        }
    }
}
