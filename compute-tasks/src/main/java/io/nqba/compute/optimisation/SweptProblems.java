package io.nqba.compute.optimisation;

import io.nqba.model.optimisation.RunRequest;
import java.util.List;
import java.util.ServiceLoader;

/** What can be swept on this node: the kinds of optimisation by prices, and whatever else {@link ServiceLoader} finds. */
final class SweptProblems {
    private static final List<SweptProblem> KNOWN =
            ServiceLoader.load(SweptProblem.class, SweptProblem.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private SweptProblems() {}

    /** Returns the problem that a request describes; refuses a kind that nobody offers. */
    static SweptProblem of(RunRequest request) {
        return KNOWN.stream()
                .filter(problem ->
                        problem.unit() == request.unit() && problem.kind().equals(request.kind()))
                .findFirst()
                .orElseGet(() -> CoordinatedProblems.of(request));
    }
}
