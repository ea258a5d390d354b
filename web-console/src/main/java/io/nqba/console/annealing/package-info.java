/** QUBO, Ising and Max-Cut problems: handing in, changing, solving, answers. */
@NullMarked
package io.nqba.console.annealing;

import org.jspecify.annotations.NullMarked;
