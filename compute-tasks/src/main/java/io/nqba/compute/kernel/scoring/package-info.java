/**
 * Scores of leads: logistic regression and boosted trees from sums over groups of rows, so that the rows stay where they are; calibration,
 * quality, drift and leakage of a score. Pure numerics.
 */
@NullMarked
package io.nqba.compute.kernel.scoring;

import org.jspecify.annotations.NullMarked;
