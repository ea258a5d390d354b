package io.nqba.compute.kernel.annealing;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads problems from text: one line with n and the number of entries, then one line {@code i j weight} per entry, counted from 1. Blank
 * lines and lines starting with {@code #} are skipped. Every refusal names the line.
 */
public final class ProblemReader {
    private static final int MOST_VARIABLES = 10_000_000;

    private final BufferedReader text;
    private final boolean cut;
    private int line;

    private ProblemReader(Reader text, boolean cut) {
        this.text = new BufferedReader(text);
        this.cut = cut;
    }

    /** Reads a graph for a maximal cut: Gset, rudy. */
    public static QuadraticProblem rudy(Reader text) throws IOException {
        return new ProblemReader(text, true).read();
    }

    /**
     * Reads a QUBO to be maximised as OR-Library writes it: entry {@code i i} is linear, and {@code i j} counts twice, as q[i][j] and
     * q[j][i].
     */
    public static QuadraticProblem orLibrary(Reader text) throws IOException {
        return new ProblemReader(text, false).read();
    }

    private QuadraticProblem read() throws IOException {
        String[] header = next();
        if (header == null || header.length < 2) {
            throw refused("must give the number of variables and of entries", "Start with a line such as 800 19176.");
        }
        int size = (int) whole(header[0], "number of variables", 0, MOST_VARIABLES);
        long entries = whole(header[1], "number of entries", 0, Integer.MAX_VALUE);
        ProblemBuilder builder = cut ? ProblemBuilder.maxCut(size) : ProblemBuilder.qubo(size, Sense.MAXIMISE);
        Set<Long> seen = new HashSet<>();
        long count = 0;
        for (String[] words = next(); words != null; words = next()) {
            add(builder, words, size, seen);
            count++;
        }
        if (count != entries) {
            throw refused(
                    "ends the text after %d entries where the first line announces %d".formatted(count, entries),
                    "Check whether the text was cut off, or correct the first line.");
        }
        return builder.build();
    }

    private void add(ProblemBuilder builder, String[] words, int size, Set<Long> seen) {
        if (words.length < 2 || words.length > 3 || (words.length == 2 && !cut)) {
            throw refused("has %d words".formatted(words.length), "Write the two variables and the weight.");
        }
        int i = (int) whole(words[0], "variable", 1, size) - 1;
        int j = (int) whole(words[1], "variable", 1, size) - 1;
        if (cut && i == j) {
            throw refused("joins vertex %d with itself".formatted(i + 1), "Remove the loop; it is in no cut.");
        }
        if (!seen.add((long) Math.min(i, j) * size + Math.max(i, j))) {
            throw refused(
                    "repeats the pair %d %d".formatted(i + 1, j + 1),
                    "Give each pair once, with the sum of its weights.");
        }
        String weight = words.length == 3 ? words[2] : "1";
        if (isWhole(weight)) {
            put(builder, i, j, whole(weight, "weight", -(1L << 53), 1L << 53));
        } else {
            put(builder, i, j, real(weight));
        }
    }

    private void put(ProblemBuilder builder, int i, int j, long weight) {
        if (cut) {
            builder.addEdge(i, j, weight);
        } else if (i == j) {
            builder.addLinear(i, weight);
        } else {
            builder.addCoupling(i, j, 2 * weight);
        }
    }

    private void put(ProblemBuilder builder, int i, int j, double weight) {
        if (cut) {
            builder.addEdge(i, j, weight);
        } else if (i == j) {
            builder.addLinear(i, weight);
        } else {
            builder.addCoupling(i, j, 2 * weight);
        }
    }

    private static boolean isWhole(String word) {
        return word.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-' || c == '+');
    }

    private long whole(String word, String name, long least, long most) {
        try {
            long value = Long.parseLong(word);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw refused("gives the %s as (%s)".formatted(name, word), "Write a whole number.");
        }
        throw refused(
                "gives the %s as (%s), which must lie between %d and %d".formatted(name, word, least, most),
                "Number the variables from 1 to n and keep to the announced size.");
    }

    private double real(String word) {
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw refused("gives the weight as (%s)".formatted(word), "Write a number such as -3 or 0.25.");
        }
        throw refused("gives the weight as (%s)".formatted(word), "Write a finite number.");
    }

    /** Returns the words of the next line with content; null at the end. */
    private String @Nullable [] next() throws IOException {
        for (String read = text.readLine(); read != null; read = text.readLine()) {
            line++;
            String content = read.strip();
            if (!content.isEmpty() && content.charAt(0) != '#') {
                return content.split("\\s+", -1);
            }
        }
        return null;
    }

    private NqbaException refused(String problem, String remedy) {
        return new NqbaException(ErrorCode.INVALID_PROBLEM, "Line %d %s.".formatted(line, problem), remedy);
    }
}
