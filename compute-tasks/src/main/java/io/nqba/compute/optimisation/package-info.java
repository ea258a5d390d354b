/**
 * Life cycle of optimisation runs, the same for every unit: submit, cancel, and rounds of questions that every partition answers
 * exactly once, next to its data. What is optimised comes from the units through {@link
 * io.nqba.compute.optimisation.CoordinatedProblem}.
 */
@NullMarked
package io.nqba.compute.optimisation;

import org.jspecify.annotations.NullMarked;
