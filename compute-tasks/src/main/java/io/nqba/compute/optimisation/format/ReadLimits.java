package io.nqba.compute.optimisation.format;

/**
 * How much a document may hold before it is refused. Reading takes 12 to 20 bytes per coupling and about 30 per variable, whatever the
 * document says.
 *
 * @param mostBytes bytes after decompression
 * @param mostVariables variables of the problem
 * @param mostCouplings couplings of the problem
 */
public record ReadLimits(long mostBytes, int mostVariables, int mostCouplings) {
    public ReadLimits {
        if (mostBytes < 1 || mostVariables < 0 || mostCouplings < 0) {
            throw new IllegalArgumentException("The limits (%d bytes, %d variables, %d couplings) must not be negative."
                    .formatted(mostBytes, mostVariables, mostCouplings));
        }
    }

    /** Returns limits for the largest problems that we promise to read: 50 million couplings in 4 GB of text. */
    public static ReadLimits defaults() {
        return new ReadLimits(4L << 30, 10_000_000, 50_000_000);
    }
}
