package io.nqba.compute.annealing;

import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.annealing.ChangedProblem;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.ignite.Ignite;

/**
 * Where a node answers changes of the problems it owns. Workers that answered a problem before stay with their fields and elites, so
 * that the next change costs them a few additions. The problems changed last stay; others start cold, from the answers in the grid.
 */
final class EventDesk {
    private static final String KEY = "nqba.annealing.desk";
    private static final int MOST_SEATS = 4;

    private final Ignite ignite;
    private final LinkedHashMap<String, EventSeat> seats = new LinkedHashMap<>(16, 0.75f, true);

    private EventDesk(Ignite ignite) {
        this.ignite = ignite;
    }

    /** Returns the desk of the node. */
    static EventDesk of(Ignite ignite) {
        ConcurrentMap<String, EventDesk> local = ignite.cluster().nodeLocalMap();
        return local.computeIfAbsent(KEY, key -> new EventDesk(ignite));
    }

    /** Changes a problem; changes of the same problem follow one another. */
    ChangedProblem change(ChangeProblem order) {
        return seat(order.problemId()).change(order);
    }

    void forget(String problemId) {
        synchronized (seats) {
            seats.remove(problemId);
        }
    }

    private EventSeat seat(String problemId) {
        synchronized (seats) {
            EventSeat seat = seats.computeIfAbsent(problemId, id -> new EventSeat(ignite, id));
            Iterator<String> eldest = seats.keySet().iterator();
            while (seats.size() > MOST_SEATS) {
                eldest.next();
                eldest.remove();
            }
            return seat;
        }
    }
}
