package io.nqba.compute.optimisation.format;

import io.nqba.compute.kernel.annealing.QuadraticProblem;
import java.util.List;

/**
 * A problem as it was read.
 *
 * @param problem the problem
 * @param labels the variables' own names, shape {@code [n]}, each as JSON text ({@code "a"}, {@code 7}, {@code ["q",1]}), so that an
 *     answer can repeat them exactly; empty when they are 0 to n - 1
 * @param format what the document was read as
 */
public record ProblemDocument(QuadraticProblem problem, List<String> labels, ProblemFormat format) {
    public ProblemDocument {
        labels = List.copyOf(labels);
        if (!labels.isEmpty() && labels.size() != problem.size()) {
            throw new IllegalArgumentException(
                    "The labels (%d) must be as many as the variables (%d).".formatted(labels.size(), problem.size()));
        }
    }
}
