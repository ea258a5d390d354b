package io.nqba.console.page.optimisation;

import io.nqba.model.finance.MandateRequest;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.sales.AssignmentRequest;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.RescoringRequest;
import java.util.List;

/**
 * A kind of optimisation as people call it.
 *
 * @param key its name in addresses
 * @param name what its runs make, in words
 */
public record RunKind(String key, String name) {
    /** Schedules of the batteries of a district. */
    public static final RunKind ENERGY = new RunKind("energy-optimization", "Battery schedules");

    /** Weights of a portfolio. */
    public static final RunKind PORTFOLIO = new RunKind(PortfolioRequest.KIND, "Portfolio weights");

    /** Weights of all portfolios of a book under the limits of their firm. */
    public static final RunKind MANDATES = new RunKind(MandateRequest.KIND, "Mandates");

    /** Who works on which lead or deal. */
    public static final RunKind ASSIGNMENT = new RunKind(AssignmentRequest.KIND, "Assignment");

    /** Chances of leads, learnt from those that ended. */
    public static final RunKind SCORING = new RunKind(LeadScoringRequest.KIND, "Scoring");

    /** Scores of all leads by a model that was promoted. */
    public static final RunKind RESCORING = new RunKind(RescoringRequest.KIND, "Rescoring");

    private static final List<RunKind> ALL = List.of(
            ENERGY,
            PORTFOLIO,
            MANDATES,
            ASSIGNMENT,
            SCORING,
            RESCORING,
            new RunKind("annealing", "Annealing"),
            new RunKind("backtest", "Backtest"));

    /** Returns every kind that runs are listed by. */
    static List<RunKind> all() {
        return ALL;
    }

    /** Returns the kind of a key; one that nobody named is called by its key. */
    static RunKind of(String key) {
        return ALL.stream().filter(kind -> kind.key().equals(key)).findFirst().orElseGet(() -> new RunKind(key, key));
    }
}
