package io.nqba.compute.kernel.portfolio;

/**
 * A limit on a weighted sum of weights: a sector, an issuer, a factor.
 *
 * @param name as the user knows it
 * @param exposures per unit of weight, shape {@code [assets]}; 1 for a member and 0 for the rest where it is a plain group
 * @param least lower limit, negative infinity for none
 * @param most upper limit, positive infinity for none
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record GroupLimit(String name, double[] exposures, double least, double most) {}
