package io.nqba.console.annealing;

import io.nqba.model.annealing.ProblemDomain;
import io.nqba.model.optimisation.ObjectiveSense;
import java.time.Instant;

/**
 * A stored quadratic problem as the API and the pages show it, without its coefficients.
 *
 * @param id UUID text
 * @param name what people call it, such as the name of its file
 * @param format what it was read from, such as {@code RUDY}
 * @param sense which way its objective gets better
 * @param domain what its variables stand for: bits, or spins of −1 and +1
 * @param couplings number of pairs with a coefficient
 * @param density share of all pairs that have one, 0..1
 * @param exact whether all coefficients are integers, and values therefore exact
 * @param labelled whether its variables have names of their own
 * @param revision 1 when stored, one more with every change of coefficients; also the ETag
 * @param bytes size in the grid
 * @param contentHash SHA-256 of its canonical form when it was stored, hexadecimal
 * @param createdBy account that stored it
 */
public record ProblemView(
        String id,
        String name,
        String format,
        ObjectiveSense sense,
        ProblemDomain domain,
        int variables,
        long couplings,
        double density,
        boolean exact,
        boolean labelled,
        int revision,
        long bytes,
        String contentHash,
        String createdBy,
        Instant createdAt,
        Instant changedAt) {}
