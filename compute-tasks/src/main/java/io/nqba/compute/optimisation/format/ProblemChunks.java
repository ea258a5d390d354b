package io.nqba.compute.optimisation.format;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.ProblemRows;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A problem as a few byte arrays for a cache, and back, bit for bit. The same problem always gives the same bytes, so that their SHA-256
 * names the content. Columns are kept as distances within their row and integers in the least width that holds all of them: a dense
 * problem of small weights takes 2 or 3 bytes per coupling, in memory 8. Layout version 1, little endian:
 *
 * <pre>
 * 'N' 'Q' 'P' 1 · sense · domain · kind · n · m · divisor · offset · linear terms · length of each row ·
 * per row: column - row - 1, then column - previous column - 1 · weights
 * </pre>
 */
public final class ProblemChunks {
    /** Small against what a message of the grid carries well, large against the cost of an entry. */
    private static final int CHUNK_BYTES = 1 << 20;

    private static final int VERSION = 1;
    private static final int MAXIMISE = 1;
    private static final int SPINS = 1;
    private static final int REAL = 1;

    private final List<byte[]> chunks;
    private final String sha256;

    /**
     * Takes chunks from a store; nothing is checked before {@link #problem()}.
     *
     * @param sha256 hash of all bytes in order, 64 hexadecimal digits
     */
    public ProblemChunks(List<byte[]> chunks, String sha256) {
        this.chunks = List.copyOf(chunks);
        this.sha256 = sha256;
    }

    /** Cuts a problem into chunks of 1 MB. Cost O(n + m). */
    public static ProblemChunks of(QuadraticProblem problem) {
        return of(problem, CHUNK_BYTES);
    }

    /**
     * Cuts a problem into chunks.
     *
     * @param chunkBytes size of all chunks but the last
     */
    public static ProblemChunks of(QuadraticProblem problem, int chunkBytes) {
        ChunkWriter out = new ChunkWriter(chunkBytes);
        for (byte letter : new byte[] {'N', 'Q', 'P', VERSION}) {
            out.fixed(letter, 1);
        }
        out.fixed(problem.sense() == Sense.MAXIMISE ? MAXIMISE : 0, 1);
        out.fixed(problem.domain() == Domain.SPINS ? SPINS : 0, 1);
        boolean exact = problem.isExact();
        out.fixed(exact ? 0 : REAL, 1);
        out.number(problem.size());
        out.number(problem.couplings());
        out.number(problem.divisor());
        out.fixed(exact ? problem.exactOffset() : Double.doubleToRawLongBits(problem.offset()), Long.BYTES);
        if (exact) {
            out.row(problem.size(), problem::exactLinear);
        } else {
            out.row(problem.size(), i -> Double.doubleToRawLongBits(problem.linear(i)));
        }
        writeColumns(problem, out);
        if (exact) {
            out.row(problem.couplings(), problem::exactCoupling);
        } else {
            out.row(problem.couplings(), k -> Double.doubleToRawLongBits(problem.coupling(k)));
        }
        List<byte[]> chunks = out.chunks();
        return new ProblemChunks(chunks, hash(chunks));
    }

    private static void writeColumns(QuadraticProblem problem, ChunkWriter out) {
        for (int i = 0; i < problem.size(); i++) {
            out.number(problem.rowStart(i + 1) - problem.rowStart(i));
        }
        for (int i = 0; i < problem.size(); i++) {
            int before = i;
            for (int k = problem.rowStart(i); k < problem.rowStart(i + 1); k++) {
                out.number(problem.column(k) - before - 1);
                before = problem.column(k);
            }
        }
    }

    /** Returns the chunks in order. */
    public List<byte[]> chunks() {
        return chunks;
    }

    /** Returns the hash of all bytes in order, 64 hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /**
     * Returns the problem. Cost O(n + m).
     *
     * @throws NqbaException if the chunks are not those that the hash was made from
     */
    public QuadraticProblem problem() {
        if (!hash(chunks).equals(sha256)) {
            throw new NqbaException(
                    ErrorCode.INTERNAL,
                    "The stored problem (%d chunks) does not match its hash (%s).".formatted(chunks.size(), sha256),
                    "Submit the problem again; a chunk of it was lost or changed.");
        }
        ChunkReader in = new ChunkReader(chunks);
        if (in.fixed(1) != 'N' || in.fixed(1) != 'Q' || in.fixed(1) != 'P' || in.fixed(1) != VERSION) {
            throw new NqbaException(
                    ErrorCode.INTERNAL,
                    "The stored problem is not of layout version %d.".formatted(VERSION),
                    "Submit the problem again; it was stored by another release.");
        }
        Sense sense = in.fixed(1) == MAXIMISE ? Sense.MAXIMISE : Sense.MINIMISE;
        Domain domain = in.fixed(1) == SPINS ? Domain.SPINS : Domain.BITS;
        boolean real = in.fixed(1) == REAL;
        int size = Math.toIntExact(in.number());
        int couplings = Math.toIntExact(in.number());
        long divisor = in.number();
        long offset = in.fixed(Long.BYTES);
        in.startRow();
        if (real) {
            double[] linear = in.reals(size);
            ProblemRows rows = rows(in, sense, domain, size, couplings, divisor);
            in.startRow();
            return rows.real(Double.longBitsToDouble(offset), linear, in.reals(couplings));
        }
        long[] linear = in.wide(size);
        ProblemRows rows = rows(in, sense, domain, size, couplings, divisor);
        return in.startRow()
                ? rows.exact(offset, linear, in.narrow(couplings))
                : rows.exact(offset, linear, in.wide(couplings));
    }

    private static ProblemRows rows(ChunkReader in, Sense sense, Domain domain, int size, int couplings, long divisor) {
        int[] start = new int[size + 1];
        for (int i = 0; i < size; i++) {
            start[i + 1] = start[i] + (int) in.number();
        }
        int[] column = new int[couplings];
        for (int i = 0; i < size; i++) {
            int before = i;
            for (int k = start[i]; k < start[i + 1]; k++) {
                before += (int) in.number() + 1;
                column[k] = before;
            }
        }
        return new ProblemRows(sense, domain, start, column, divisor);
    }

    private static String hash(List<byte[]> chunks) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            chunks.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256.", e);
        }
    }
}
