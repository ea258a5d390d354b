package io.nqba.compute.kernel.mandate;

/**
 * What all mandates of a firm see.
 *
 * @param model risk of the universe
 * @param expectedReturns per year, shape {@code [assets]}
 * @param rows what the mandates share
 * @param moneyUnit money that counts as 1 in costs and usages, so that sums over a firm stay in the range of exact sums
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record MandateUniverse(FactorModel model, double[] expectedReturns, FirmRows rows, double moneyUnit) {
    /** @throws IllegalArgumentException if the shapes differ or an expected return is no number */
    public MandateUniverse {
        if (expectedReturns.length != model.assets() || rows.assets() != model.assets()) {
            throw new IllegalArgumentException(
                    "There are %d expected returns and rows over %d assets for a model of %d."
                            .formatted(expectedReturns.length, rows.assets(), model.assets()));
        }
        for (double expected : expectedReturns) {
            if (!Double.isFinite(expected)) {
                throw new IllegalArgumentException("An expected return (%s) must be a number.".formatted(expected));
            }
        }
        if (!(moneyUnit > 0)) {
            throw new IllegalArgumentException("The unit of money (%s) must be above 0.".formatted(moneyUnit));
        }
    }
}
