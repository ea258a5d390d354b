package io.nqba.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The rudy text of a graph of given size, made as it is read: each vertex is joined to those at the distances 1, 14, 27 and so on, so
 * that no pair stands twice, and the weights are ±1. Nothing of it is ever on disk.
 */
final class EdgeTextStream extends InputStream {
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_LINE = 32;

    private final int vertices;
    private final int degree;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int end;
    private int vertex;
    private int step;
    private long weights;

    /**
     * @param vertices more than 26 times the degree and no multiple of 7919
     * @param degree edges that start at each vertex
     */
    EdgeTextStream(int vertices, int degree) {
        this.vertices = vertices;
        this.degree = degree;
        byte[] header = "%d %d\n".formatted(vertices, (long) vertices * degree).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(header, 0, block, 0, header.length);
        this.end = header.length;
    }

    /** Returns the sum of all weights made so far. */
    long weights() {
        return weights;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(block, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        at = 0;
        end = 0;
        while (vertex < vertices && end + LONGEST_LINE <= BLOCK) {
            // Vertices are visited in steps that spread the rows over memory, as in a text in no order.
            int first = (int) (vertex * 7_919L % vertices);
            int second = (int) ((first + 1L + step * 13L) % vertices);
            number(first + 1);
            block[end++] = ' ';
            number(second + 1);
            block[end++] = ' ';
            boolean negative = ((first ^ step) & 1) == 0;
            if (negative) {
                block[end++] = '-';
            }
            weights += negative ? -1 : 1;
            block[end++] = '1';
            block[end++] = '\n';
            step++;
            if (step == degree) {
                step = 0;
                vertex++;
            }
        }
        return end > 0;
    }

    private void number(int value) {
        int digits = 1;
        for (int rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        int rest = value;
        for (int k = digits - 1; k >= 0; k--) {
            block[end + k] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        end += digits;
    }
}
