package io.nqba.model.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WinTallyTest {
    @Test
    void oneLossInAFreshBookDoesNotMakeEverythingWorthNothing() {
        assertThat(tally(0, 0).expected()).isEqualTo(WinTally.UNKNOWN_RATE);
        assertThat(tally(0, 1).expected()).isCloseTo(1 / 11.0, within(1e-12));
        assertThat(tally(1, 0).expected()).isCloseTo(2 / 11.0, within(1e-12));
        assertThat(tally(0, 1).seen()).isCloseTo(1 / 11.0, within(1e-12));
        assertThat(tally(1, 0).seen()).isCloseTo(2 / 11.0, within(1e-12));
        assertThat(tally(0, 0).seen()).isEqualTo(WinTally.UNKNOWN_RATE);
    }

    @Test
    void manyOutcomesOutweighWhatWasAssumed() {
        assertThat(tally(6_000, 4_000).expected()).isCloseTo(0.6, within(0.001));
        assertThat(tally(6_000, 4_000).seen()).isEqualTo(0.6);
        assertThat(tally(0, 100_000).expected()).isBetween(0.0, 1e-5);
    }

    private static WinTally tally(long won, long lost) {
        WinTally tally = new WinTally();
        tally.add(true, won);
        tally.add(false, lost);
        return tally;
    }
}
