package io.nqba.compute.optimisation.format;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** The slow, obvious way: a problem as a matrix of numbers, its value as a double sum, and its text in every format. */
final class WrittenProblems {
    private WrittenProblems() {}

    /** A coefficient of a pair, in the order in which it is written. */
    record Entry(int i, int j, double weight) {}

    /**
     * A problem before it is written.
     *
     * @param linear coefficients of single variables
     * @param entries couplings in the order of the text
     */
    record Plain(Sense sense, Domain domain, int size, double offset, List<Double> linear, List<Entry> entries) {
        /** Sums up term by term. */
        double value(byte[] bits) {
            double sum = offset;
            for (int i = 0; i < size; i++) {
                sum += linear.get(i) * state(bits[i]);
            }
            for (Entry entry : entries) {
                sum += entry.weight * state(bits[entry.i]) * state(bits[entry.j]);
            }
            return sum;
        }

        private int state(byte bit) {
            return domain == Domain.BITS ? bit : 2 * bit - 1;
        }
    }

    /** Draws a problem whose couplings come in any order and either way round. */
    static Plain random(long seed, int size, Sense sense, Domain domain, boolean whole, boolean bothWays) {
        var random = new SplittableRandom(seed);
        List<Double> linear = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            linear.add(draw(random, whole));
            for (int j = i + 1; j < size; j++) {
                if (random.nextInt(3) == 0) {
                    boolean turned = bothWays && random.nextBoolean();
                    entries.add(new Entry(turned ? j : i, turned ? i : j, draw(random, whole)));
                }
            }
        }
        Collections.shuffle(entries, new java.util.Random(seed));
        return new Plain(sense, domain, size, draw(random, whole), linear, entries);
    }

    private static double draw(SplittableRandom random, boolean whole) {
        return whole ? random.nextInt(-9, 10) : random.nextInt(-900, 900) / 64.0;
    }

    static String rudy(Plain plain) {
        return plain.size + " " + plain.entries.size() + "\n" + lines(plain.entries, 1);
    }

    static String orLibrary(Plain plain) {
        List<Entry> all = withDiagonal(plain);
        return plain.size + " " + all.size() + "\n" + lines(all, 1);
    }

    static String qbsolv(Plain plain) {
        return "c ours\np qubo 0 %d %d %d\n%s"
                .formatted(plain.size, plain.size, plain.entries.size(), lines(withDiagonal(plain), 0));
    }

    private static List<Entry> withDiagonal(Plain plain) {
        List<Entry> all = new ArrayList<>();
        for (int i = 0; i < plain.size; i++) {
            all.add(new Entry(i, i, plain.linear.get(i)));
        }
        all.addAll(plain.entries);
        return all;
    }

    private static String lines(List<Entry> entries, int first) {
        return entries.stream()
                .map(entry -> "%d %d %s\n".formatted(entry.i + first, entry.j + first, number(entry.weight)))
                .collect(Collectors.joining());
    }

    static String coo(Plain plain) {
        return """
                {"sense": "%s", "domain": "%s", "size": %d, "offset": %s, "linear": %s, "couplings": [%s]}""".formatted(
                        plain.sense.name().toLowerCase(java.util.Locale.ROOT),
                        plain.domain.name().toLowerCase(java.util.Locale.ROOT),
                        plain.size,
                        number(plain.offset),
                        numbers(plain.linear),
                        plain.entries.stream()
                                .map(entry -> "[%d,%d,%s]".formatted(entry.i, entry.j, number(entry.weight)))
                                .collect(Collectors.joining(",")));
    }

    static String dimod(Plain plain, boolean useBytes) {
        List<Double> weights = plain.entries.stream().map(Entry::weight).toList();
        int[] heads = plain.entries.stream().mapToInt(Entry::i).toArray();
        int[] tails = plain.entries.stream().mapToInt(Entry::j).toArray();
        return """
                {"type": "BinaryQuadraticModel", "version": {"bqm_schema": "3.0.0"}, "use_bytes": %s,
                 "index_type": "int32", "bias_type": "float64", "num_variables": %d, "num_interactions": %d,
                 "variable_labels": %s, "variable_type": "%s", "offset": %s, "info": {},
                 "linear_biases": %s, "quadratic_biases": %s, "quadratic_head": %s, "quadratic_tail": %s}""".formatted(
                        useBytes,
                        plain.size,
                        weights.size(),
                        range(plain.size),
                        plain.domain == Domain.BITS ? "BINARY" : "SPIN",
                        plain.offset,
                        useBytes ? base64(plain.linear) : numbers(plain.linear),
                        useBytes ? base64(weights) : numbers(weights),
                        useBytes ? base64(heads) : java.util.Arrays.toString(heads),
                        useBytes ? base64(tails) : java.util.Arrays.toString(tails));
    }

    private static String range(int size) {
        return java.util.stream.IntStream.range(0, size).boxed().toList().toString();
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(WrittenProblems::number).collect(Collectors.joining(",", "[", "]"));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String base64(List<Double> values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(buffer::putDouble);
        return '"' + Base64.getEncoder().encodeToString(buffer.array()) + '"';
    }

    private static String base64(int[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(values);
        return '"' + Base64.getEncoder().encodeToString(buffer.array()) + '"';
    }

    static byte[] gzip(byte[] plain) {
        try {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(plain);
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static ProblemDocument read(byte[] document) {
        return read(document, Optional.empty());
    }

    static ProblemDocument read(byte[] document, Optional<ProblemFormat> format) {
        try {
            return ProblemReader.read(new ByteArrayInputStream(document), format, ReadLimits.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static QuadraticProblem problem(String document, ProblemFormat format) {
        return read(bytes(document), Optional.of(format)).problem();
    }
}
