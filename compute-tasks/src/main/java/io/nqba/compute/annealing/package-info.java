/**
 * Map-reduce annealing: problems stored in the grid and solved where they were asked for. Every node searches with workers of its own;
 * at round ends they exchange a few answers, never rows.
 */
@NullMarked
package io.nqba.compute.annealing;

import org.jspecify.annotations.NullMarked;
