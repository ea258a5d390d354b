package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;

/**
 * How many names a portfolio holds and how much of each.
 *
 * @param leastNames least number of names held, at least 1
 * @param mostNames greatest number of names held
 * @param leastHolding least weight of a name that is held, above 0
 * @param mostHolding greatest weight of a name
 */
public record HoldingRules(int leastNames, int mostNames, double leastHolding, double mostHolding) {
    /** @throws NqbaException if no weights summing to 1 keep the rules; the text says why */
    public HoldingRules {
        if (leastNames < 1 || mostNames < leastNames || !(leastHolding > 0) || !(mostHolding >= leastHolding)) {
            throw refused("The rules (%d to %d names, each %s to %s) must be intervals above 0."
                    .formatted(leastNames, mostNames, leastHolding, mostHolding));
        }
        if (leastNames * leastHolding > 1) {
            throw refused("%d names of at least %s each exceed the whole (1).".formatted(leastNames, leastHolding));
        }
        if (Math.min(mostNames, Math.floor(1 / leastHolding + 1e-9)) * mostHolding < 1) {
            throw refused("%d names of at most %s each do not make the whole (1).".formatted(mostNames, mostHolding));
        }
    }

    /** At most {@code names} names of at least {@code leastHolding} each. */
    public static HoldingRules atMost(int names, double leastHolding) {
        return new HoldingRules(1, names, leastHolding, 1);
    }

    /** The fewest names that can make the whole. */
    int fewest() {
        return Math.max(leastNames, (int) Math.ceil(1 / mostHolding - 1e-9));
    }

    /** The most names whose least holdings fit into the whole. */
    int most() {
        return Math.min(mostNames, (int) Math.floor(1 / leastHolding + 1e-9));
    }

    private static NqbaException refused(String problem) {
        return new NqbaException(
                ErrorCode.INVALID_PROBLEM, problem, "Change the number of names or the least and greatest holding.");
    }
}
