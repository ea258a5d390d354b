/** Annealing with reheats that are accepted component by component, for couplings that do not fill their matrix. */
@NullMarked
package io.nqba.compute.kernel.annealing.sparse;

import org.jspecify.annotations.NullMarked;
