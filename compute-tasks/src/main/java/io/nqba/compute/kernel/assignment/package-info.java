/**
 * Work to agents with a capacity in hours: prices of the agents' hours from the dual, then whole plans from the work at the margin.
 * Pure and deterministic; sums are integers, so the grouping of the work over nodes changes nothing.
 */
@NullMarked
package io.nqba.compute.kernel.assignment;

import org.jspecify.annotations.NullMarked;
