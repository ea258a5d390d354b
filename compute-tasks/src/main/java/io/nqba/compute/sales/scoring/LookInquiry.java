package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.BinPlan;
import io.nqba.compute.optimisation.Inquiry;
import java.util.Arrays;
import org.apache.ignite.Ignite;

/** Asks how often each value went with which outcome, window by window. */
final class LookInquiry implements Inquiry<PartitionLeads, LookTally> {
    private final BinPlan bins;
    private final long[] windowStarts;

    /** @param windowStarts when each window begins but the first, epoch milliseconds, ascending */
    LookInquiry(BinPlan bins, long[] windowStarts) {
        this.bins = bins;
        this.windowStarts = windowStarts.clone();
    }

    @Override
    public LookTally nothing() {
        int[] counts = new int[bins.width()];
        Arrays.setAll(counts, bins::bins);
        return new LookTally(counts, windowStarts.length + 1);
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, LookTally into) {
        KnownLeads known = leads.known();
        for (int row = 0; row < known.rows(); row++) {
            int window = 0;
            while (window < windowStarts.length && known.createdMillis()[row] >= windowStarts[window]) {
                window++;
            }
            for (int j = 0; j < bins.width(); j++) {
                float value = known.all().features()[row * bins.width() + j];
                into.count(j, window, bins.bin(j, value), known.all().outcomes()[row]);
            }
        }
    }
}
