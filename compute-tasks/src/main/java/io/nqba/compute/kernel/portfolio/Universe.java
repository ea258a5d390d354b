package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.List;

/**
 * The assets that a portfolio chooses from, with what is expected of them.
 *
 * @param names shape {@code [assets]}
 * @param expectedReturns per year, shape {@code [assets]}
 * @param covariance of returns per year, positive semidefinite
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Universe(List<String> names, double[] expectedReturns, SymmetricMatrix covariance) {
    /** @throws NqbaException if the shapes differ or an expected return is not a number; the text names the asset */
    public Universe {
        names = List.copyOf(names);
        expectedReturns = expectedReturns.clone();
        if (names.isEmpty() || expectedReturns.length != names.size() || covariance.size() != names.size()) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The universe has %d names, %d expected returns and a covariance of %d assets."
                            .formatted(names.size(), expectedReturns.length, covariance.size()),
                    "Give one of each for every asset, and at least one asset.");
        }
        for (int j = 0; j < expectedReturns.length; j++) {
            if (!Double.isFinite(expectedReturns[j])) {
                throw new NqbaException(
                        ErrorCode.INVALID_PROBLEM,
                        "The expected return (%s) of %s is not a number.".formatted(expectedReturns[j], names.get(j)),
                        "Estimate it from a longer history, or leave the asset out.");
            }
        }
    }

    public int size() {
        return names.size();
    }

    /** Returns the expected return of a portfolio per year. */
    public double expectedReturn(double[] weights) {
        return Vectors.dot(expectedReturns, weights);
    }

    /** Returns the standard deviation of a portfolio's return per year. */
    public double volatility(double[] weights) {
        return Math.sqrt(Math.max(0, covariance.form(weights)));
    }
}
