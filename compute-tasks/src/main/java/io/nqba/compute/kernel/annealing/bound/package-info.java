/** Certified bounds of a model's value that need more than one pass: the semidefinite dual and its proof. */
@NullMarked
package io.nqba.compute.kernel.annealing.bound;

import org.jspecify.annotations.NullMarked;
