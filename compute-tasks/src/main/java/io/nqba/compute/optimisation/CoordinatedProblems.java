package io.nqba.compute.optimisation;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.RunRequest;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The kinds of optimisation that this node offers: whatever {@link ServiceLoader} finds on its class path. */
final class CoordinatedProblems {
    private static final List<CoordinatedProblem> KNOWN =
            ServiceLoader.load(CoordinatedProblem.class, CoordinatedProblem.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private CoordinatedProblems() {}

    /** Returns the problem that a request describes; refuses a kind that nobody offers. */
    static CoordinatedProblem of(RunRequest request) {
        return find(request).orElseThrow(() -> unknown(request));
    }

    static Optional<CoordinatedProblem> find(RunRequest request) {
        return KNOWN.stream()
                .filter(problem ->
                        problem.unit() == request.unit() && problem.kind().equals(request.kind()))
                .findFirst();
    }

    static NqbaException unknown(RunRequest request) {
        String offered = KNOWN.stream()
                .map(problem -> problem.unit() + " " + problem.kind())
                .sorted()
                .collect(Collectors.joining(", "));
        String text = "The kind (%s %s) is not offered by this grid.".formatted(request.unit(), request.kind());
        String remedy = "Use one of: %s.".formatted(offered);
        var field = new FieldProblem("kind", request.kind(), text, remedy);
        return new NqbaException(ErrorCode.INVALID_REQUEST, text, remedy, List.of(field), null);
    }
}
