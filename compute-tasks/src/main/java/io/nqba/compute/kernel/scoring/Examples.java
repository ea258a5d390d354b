package io.nqba.compute.kernel.scoring;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;

/**
 * A group of rows whose outcome is known, such as those of one partition. Immutable.
 *
 * <p>Single precision, since features are measured to a few digits and a million rows of 60 must fit a node; all sums are double.
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Examples(int width, float[] features, boolean[] outcomes, long[] ids) {
    /**
     * @param width features per row, 1 or more
     * @param features row by row, shape {@code [rows · width]}; kept, not copied; not a number for a missing value
     * @param outcomes whether a row had the outcome that is scored, shape {@code [rows]}; kept
     * @param ids stable ids of the rows, from which samples are drawn, so that they do not depend on how rows are grouped; kept
     * @throws NqbaException if the shapes differ or a feature is infinite
     */
    public Examples {
        if (width < 1 || features.length != (long) width * outcomes.length || ids.length != outcomes.length) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "There are %d outcomes, %d ids and %d features of %d a row."
                            .formatted(outcomes.length, ids.length, features.length, width),
                    "Give every row one outcome, one id and the same number of features.");
        }
        for (int i = 0; i < features.length; i++) {
            if (Float.isInfinite(features[i])) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "Feature %d of row %d is infinite.".formatted(i % width, i / width),
                        "Correct the value, or leave it out as missing.");
            }
        }
    }

    public int rows() {
        return outcomes.length;
    }

    float get(int row, int feature) {
        return features[row * width + feature];
    }
}
