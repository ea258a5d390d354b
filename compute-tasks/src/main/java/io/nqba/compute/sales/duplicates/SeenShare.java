package io.nqba.compute.sales.duplicates;

import io.nqba.compute.kernel.duplicates.SeenTwice;
import io.nqba.compute.platform.ShareTask;
import org.apache.ignite.Ignite;

/** Asks which signatures some partitions hold. Crosses the grid wire. */
final class SeenShare implements ShareTask.Share<SeenTwice> {
    private final Aspect aspect;
    private final int[] partitions;
    private final int bits;

    SeenShare(Aspect aspect, int[] partitions, int bits) {
        this.aspect = aspect;
        this.partitions = partitions.clone();
        this.bits = bits;
    }

    @Override
    public SeenTwice work(Ignite here) {
        SeenTwice seen = new SeenTwice(bits);
        aspect.each(here, partitions, suspect -> {
            for (long signature : aspect.signatures(suspect)) {
                seen.see(signature);
            }
        });
        return seen;
    }
}
