/**
 * Quadratic binary optimisation (QUBO, Ising, weighted Max-Cut): the problem, its conversions, reductions and bounds, and the
 * worker that improves answers round by round.
 */
@NullMarked
package io.nqba.compute.kernel.annealing;

import org.jspecify.annotations.NullMarked;
