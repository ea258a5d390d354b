package io.nqba.compute.annealing;

import io.nqba.compute.kernel.annealing.Elite;
import java.util.ArrayList;
import java.util.List;

/** A few answers, best first. Crosses the grid wire: n / 8 bytes each. */
public final class ElitePack {
    private final int revision;
    private final ArrayList<Elite> elites;

    /**
     * @param revision revision of the problem that they were found for
     * @param elites the answers
     */
    ElitePack(int revision, List<Elite> elites) {
        this.revision = revision;
        this.elites = new ArrayList<>(elites);
    }

    int revision() {
        return revision;
    }

    List<Elite> elites() {
        return List.copyOf(elites);
    }
}
