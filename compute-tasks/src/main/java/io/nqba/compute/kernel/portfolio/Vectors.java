package io.nqba.compute.kernel.portfolio;

/** Inner loops over plain arrays. Four partial sums let the processor overlap the additions; same input, same bits. */
final class Vectors {
    private Vectors() {}

    static double dot(double[] a, double[] b) {
        return dot(a, 0, b, b.length);
    }

    /** Sum over k below {@code length} of a[from + k] · b[k]. */
    static double dot(double[] a, int from, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < length; k += 4) {
            s0 += a[from + k] * b[k];
            s1 += a[from + k + 1] * b[k + 1];
            s2 += a[from + k + 2] * b[k + 2];
            s3 += a[from + k + 3] * b[k + 3];
        }
        for (; k < length; k++) {
            s0 += a[from + k] * b[k];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** target += factor · addend. */
    static void add(double[] target, double factor, double[] addend) {
        for (int k = 0; k < target.length; k++) {
            target[k] += factor * addend[k];
        }
    }

    static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
