package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SearchLimitsTest {
    private static final int LOOK = 16_384;

    @Test
    void theWorkAllowedIsDoneAndNoMore() {
        SearchLimits limits = SearchLimits.of(10, Long.MAX_VALUE, () -> false);

        assertThat(limits.spend(4)).isFalse();
        assertThat(limits.stopped()).isFalse();
        assertThat(limits.spend(5)).isFalse();
        assertThat(limits.spend(1)).isTrue();
        assertThat(limits.stopped()).isTrue();
        assertThat(limits.proposals()).isEqualTo(10);
        assertThat(limits.spend(0)).as("once true, always true").isTrue();
    }

    @Test
    void aStoppedSearchStaysStopped() {
        SearchLimits limits = SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> false);

        limits.stop();

        assertThat(limits.stopped()).isTrue();
        assertThat(limits.spend(1)).isTrue();
    }

    @Test
    void noTimeEndsAtTheFirstLookAndNoLimitNever() {
        SearchLimits none = SearchLimits.of(Long.MAX_VALUE, 0, () -> false);
        SearchLimits endless = SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> false);

        assertThat(none.spend(1)).isTrue();
        assertThat(endless.spend(Long.MAX_VALUE / 2)).isFalse();
    }

    @Test
    void theFlagIsReadAtOnceAndThenOncePerLook() {
        AtomicInteger reads = new AtomicInteger();
        SearchLimits limits = SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> {
            reads.incrementAndGet();
            return false;
        });

        limits.spend(1);
        assertThat(reads).hasValue(1);
        limits.spend(LOOK - 1);
        assertThat(reads).hasValue(1);
        limits.spend(1);
        assertThat(reads).hasValue(2);
        limits.stop();
        limits.spend(LOOK);
        assertThat(reads).as("a stopped search asks no more").hasValue(2);
    }

    @Test
    void aCancelledSearchStops() {
        SearchLimits limits = SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> true);

        assertThat(limits.spend(1)).isTrue();
    }

    @Test
    void aSliceEndsBeforeTheWholeAndCountsAsPartOfIt() {
        SearchLimits whole = SearchLimits.of(10, Long.MAX_VALUE, () -> false);
        SearchLimits first = whole.slice(4);

        assertThat(first.spend(3)).isFalse();
        assertThat(first.spend(1)).isTrue();
        assertThat(whole.stopped()).isFalse();
        assertThat(whole.proposals()).isEqualTo(4);

        SearchLimits second = whole.slice(Long.MAX_VALUE);
        assertThat(second.spend(5)).isFalse();
        assertThat(second.spend(1)).isTrue();
        assertThat(whole.stopped()).isTrue();
        assertThat(second.proposals()).isEqualTo(6);
        assertThat(second.spend(1)).isTrue();
    }

    @Test
    void aSliceThatIsStoppedLeavesTheWholeAlone() {
        SearchLimits whole = SearchLimits.of(10, Long.MAX_VALUE, () -> false);
        SearchLimits slice = whole.slice(8);

        slice.stop();

        assertThat(slice.spend(1)).isTrue();
        assertThat(whole.stopped()).isFalse();
    }
}
