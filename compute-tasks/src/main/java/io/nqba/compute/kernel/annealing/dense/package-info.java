/** One-flip tabu search with path relinking for couplings that fill their matrix. */
@NullMarked
package io.nqba.compute.kernel.annealing.dense;

import org.jspecify.annotations.NullMarked;
