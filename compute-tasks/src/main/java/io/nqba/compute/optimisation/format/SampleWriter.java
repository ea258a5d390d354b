package io.nqba.compute.optimisation.format;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Writes answers to one problem. Objectives are recomputed from the problem, never taken over. Text goes out in UTF-8, as it is made:
 * nothing is kept but one block. Streams are flushed, not closed.
 */
public final class SampleWriter {
    private final QuadraticProblem problem;
    private final List<String> labels;

    /**
     * @param labels variables' names as JSON text, shape {@code [n]}; empty for 0 to n - 1
     */
    public SampleWriter(QuadraticProblem problem, List<String> labels) {
        if (!labels.isEmpty() && labels.size() != problem.size()) {
            throw new IllegalArgumentException(
                    "The labels (%d) must be as many as the variables (%d).".formatted(labels.size(), problem.size()));
        }
        this.problem = problem;
        this.labels = List.copyOf(labels);
    }

    /** Writes one line of 0 and 1, variable 0 first; for spins 0 stands for -1. */
    public void bits(byte[] bits, OutputStream out) throws IOException {
        byte[] line = new byte[requireSize(bits) + 1];
        for (int i = 0; i < bits.length; i++) {
            line[i] = (byte) ('0' + bits[i]);
        }
        line[bits.length] = '\n';
        out.write(line);
        out.flush();
    }

    /** Writes {@code {"variables":[…],"values":[…],"objective":…}}; values are the variables' own: 0/1, or -1/1 for spins. */
    public void json(byte[] bits, OutputStream out) throws IOException {
        requireSize(bits);
        JsonBlocks text = new JsonBlocks(out);
        text.add("{\"variables\":");
        addLabels(text);
        text.add(",\"values\":");
        addValues(bits, text);
        text.add(",\"objective\":").add(objective(bits)).add("}\n");
        text.flush();
    }

    /**
     * Writes what dimod's {@code SampleSet.from_serializable} reads (schema 3.1), samples unpacked. An energy is minimised: for a problem
     * that is maximised it is the objective with the opposite sign, and {@code info.sense} says so.
     */
    public void dimod(List<byte[]> samples, OutputStream out) throws IOException {
        JsonBlocks text = new JsonBlocks(out);
        boolean spins = problem.domain() == Domain.SPINS;
        int rows = samples.size();
        text.add("{\"type\":\"SampleSet\",\"version\":{\"sampleset_schema\":\"3.1.0\"},\"num_variables\":")
                .add(Integer.toString(problem.size()))
                .add(",\"num_rows\":")
                .add(Integer.toString(rows))
                .add(",\"sample_data\":{\"type\":\"array\",\"data\":[");
        for (int k = 0; k < rows; k++) {
            requireSize(samples.get(k));
            text.add(k == 0 ? "" : ",");
            addValues(samples.get(k), text);
        }
        text.add("],\"data_type\":\"int8\",\"shape\":[%d,%d],\"use_bytes\":false}".formatted(rows, problem.size()));
        text.add(",\"sample_type\":\"int8\",\"sample_packed\":false,\"vectors\":{");
        addVector("energy", "float64", samples.stream().map(this::energy).toList(), text);
        text.add(",");
        addVector(
                "num_occurrences", "int64", samples.stream().map(sample -> "1").toList(), text);
        text.add("},\"variable_labels\":");
        addLabels(text);
        text.add(",\"variable_type\":\"%s\",\"info\":{\"sense\":\"%s\"}}\n"
                .formatted(spins ? "SPIN" : "BINARY", problem.sense() == Sense.MAXIMISE ? "maximise" : "minimise"));
        text.flush();
    }

    private static void addVector(String name, String type, List<String> values, JsonBlocks text) throws IOException {
        text.add("\"%s\":{\"type\":\"array\",\"data\":[".formatted(name));
        text.add(String.join(",", values));
        text.add("],\"data_type\":\"%s\",\"shape\":[%d],\"use_bytes\":false}".formatted(type, values.size()));
    }

    private void addLabels(JsonBlocks text) throws IOException {
        for (int i = 0; i < problem.size(); i++) {
            text.add(i == 0 ? "[" : ",").add(labels.isEmpty() ? Integer.toString(i) : labels.get(i));
        }
        text.add(problem.size() == 0 ? "[]" : "]");
    }

    private void addValues(byte[] bits, JsonBlocks text) throws IOException {
        String zero = problem.domain() == Domain.SPINS ? "-1" : "0";
        for (int i = 0; i < bits.length; i++) {
            text.add(i == 0 ? "[" : ",").add(bits[i] == 0 ? zero : "1");
        }
        text.add(bits.length == 0 ? "[]" : "]");
    }

    private String energy(byte[] bits) {
        String objective = objective(bits);
        if (problem.sense() == Sense.MINIMISE || objective.equals("0")) {
            return objective;
        }
        return objective.startsWith("-") ? objective.substring(1) : "-" + objective;
    }

    /** Returns the objective to its last digit where coefficients are integers: a divisor is a power of two, so its decimals end. */
    private String objective(byte[] bits) {
        if (!problem.isExact()) {
            return Double.toString(problem.value(bits));
        }
        BigDecimal numerator = new BigDecimal(BigInteger.valueOf(problem.exactValue(bits)));
        return numerator
                .divide(BigDecimal.valueOf(problem.divisor()))
                .stripTrailingZeros()
                .toPlainString();
    }

    private int requireSize(byte[] bits) {
        if (bits.length != problem.size()) {
            throw new IllegalArgumentException(
                    "The answer (%d bits) must have one bit per variable (%d).".formatted(bits.length, problem.size()));
        }
        return bits.length;
    }
}
