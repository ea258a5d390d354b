/** QUBO, Ising and Max-Cut problems kept in the grid, and the annealing runs that solve them. */
@NullMarked
package io.nqba.model.annealing;

import org.jspecify.annotations.NullMarked;
