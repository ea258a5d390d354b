package io.nqba.compute.sales.duplicates;

import io.nqba.compute.kernel.duplicates.SeenTwice;
import io.nqba.compute.platform.ShareTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.ignite.Ignite;

/** Asks for the rows of some partitions whose signatures were seen more than once in the grid. Crosses the grid wire. */
final class SuspectShare implements ShareTask.Share<List<Suspect>> {
    private final Aspect aspect;
    private final int[] partitions;
    private final SeenTwice seen;

    SuspectShare(Aspect aspect, int[] partitions, SeenTwice seen) {
        this.aspect = aspect;
        this.partitions = partitions.clone();
        this.seen = seen;
    }

    @Override
    public List<Suspect> work(Ignite here) {
        List<Suspect> suspects = new ArrayList<>();
        aspect.each(here, partitions, suspect -> {
            if (Arrays.stream(aspect.signatures(suspect)).anyMatch(seen::maybe)) {
                suspects.add(suspect);
            }
        });
        return suspects;
    }
}
