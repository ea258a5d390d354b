package io.nqba.compute.optimisation.format;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a problem as our own JSON, as it is made. What {@link ProblemReader} makes of it is the same problem, except that one with a
 * divisor comes back with the divisor divided out.
 */
public final class ProblemWriter {
    private ProblemWriter() {}

    /**
     * Writes a problem. Cost O(n + m); the stream is flushed, not closed.
     *
     * @param labels variables' names as JSON text; empty for none
     */
    public static void coo(QuadraticProblem problem, List<String> labels, OutputStream out) throws IOException {
        JsonBlocks json = new JsonBlocks(out);
        json.add("{\"sense\":\"%s\",\"domain\":\"%s\",\"size\":%d,\"offset\":"
                .formatted(
                        problem.sense() == Sense.MAXIMISE ? "maximise" : "minimise",
                        problem.domain() == Domain.BITS ? "bits" : "spins",
                        problem.size()));
        boolean whole = problem.isExact() && problem.divisor() == 1;
        json.add(whole ? Long.toString(problem.exactOffset()) : real(problem.offset() / problem.divisor()));
        json.add(",\"linear\":[");
        for (int i = 0; i < problem.size(); i++) {
            json.add(i == 0 ? "" : ",");
            json.add(whole ? Long.toString(problem.exactLinear(i)) : real(problem.linear(i) / problem.divisor()));
        }
        json.add("],\"couplings\":[");
        for (int i = 0; i < problem.size(); i++) {
            for (int k = problem.rowStart(i); k < problem.rowStart(i + 1); k++) {
                json.add(k == 0 ? "[" : ",[").add(Integer.toString(i)).add(",");
                json.add(Integer.toString(problem.column(k))).add(",");
                json.add(
                        whole
                                ? Long.toString(problem.exactCoupling(k))
                                : real(problem.coupling(k) / problem.divisor()));
                json.add("]");
            }
        }
        json.add("]");
        if (!labels.isEmpty()) {
            json.add(",\"labels\":[").add(String.join(",", labels)).add("]");
        }
        json.add("}\n").flush();
    }

    /** Returns the shortest decimal that reads back as the same number. */
    private static String real(double value) {
        return Double.toString(value);
    }
}
