package io.nqba.console.annealing;

import io.nqba.model.annealing.ProblemDomain;
import io.nqba.model.optimisation.ObjectiveSense;
import java.util.function.IntFunction;
import reactor.core.publisher.Flux;

/**
 * An answer as a sample set of one row in the JSON form that dimod reads ({@code SampleSet.from_serializable}, schema 3.1.0 of
 * dimod 0.12, 2021). dimod minimises; so the energy of a problem that is maximised is its negated value.
 */
final class SampleSet {
    static final String MEDIA_TYPE = "application/vnd.dimod+json";

    /** Variables of one part of the text: some kilobytes. */
    private static final int AT_ONCE = 4_096;

    private SampleSet() {}

    /**
     * Returns the text in parts, made as they are asked for.
     *
     * @param labels names of the variables as JSON texts; empty where they have none
     */
    static Flux<String> json(ProblemView problem, SolutionView solution, Flux<String> labels) {
        int variables = solution.variables();
        boolean spins = problem.domain() == ProblemDomain.SPINS;
        String zero = spins ? "-1" : "0";
        double energy = problem.sense() == ObjectiveSense.MAXIMISE ? -solution.value() : solution.value();
        return Flux.concat(
                Flux.just("""
                        {"type": "SampleSet", "version": {"sampleset_schema": "3.1.0"}, "num_variables": %d, "num_rows": 1,
                         "sample_packed": false, "sample_type": "int8", "variable_type": "%s",
                         "info": {"problem_id": "%s", "revision": %d, "sense": "%s", "value": %s},
                         "vectors": {"energy": %s, "num_occurrences": %s},
                         "variable_labels": [""".formatted(
                                variables,
                                spins ? "SPIN" : "BINARY",
                                problem.id(),
                                solution.revision(),
                                problem.sense(),
                                solution.value(),
                                vector("float64", Double.toString(energy)),
                                vector("int64", "1"))),
                problem.labelled() ? names(labels) : items(variables, Integer::toString),
                Flux.just("""
                        ],
                         "sample_data": {"type": "array", "data_type": "int8", "shape": [1, %d], "use_bytes": false,
                          "data": [[""".formatted(variables)),
                items(variables, variable -> solution.bits().charAt(variable) == '1' ? "1" : zero),
                Flux.just("]]}}\n"));
    }

    private static String vector(String type, String item) {
        return """
                {"type": "array", "data_type": "%s", "shape": [1], "use_bytes": false, "data": [%s]}""".formatted(type, item);
    }

    private static Flux<String> names(Flux<String> labels) {
        return labels.buffer(AT_ONCE)
                .index()
                .map(part -> (part.getT1() == 0 ? "" : ",") + String.join(",", part.getT2()));
    }

    private static Flux<String> items(int variables, IntFunction<String> item) {
        int parts = (variables + AT_ONCE - 1) / AT_ONCE;
        return Flux.range(0, parts).map(part -> {
            StringBuilder text = new StringBuilder();
            int end = Math.min(variables, (part + 1) * AT_ONCE);
            for (int variable = part * AT_ONCE; variable < end; variable++) {
                text.append(variable == 0 ? "" : ",").append(item.apply(variable));
            }
            return text.toString();
        });
    }
}
