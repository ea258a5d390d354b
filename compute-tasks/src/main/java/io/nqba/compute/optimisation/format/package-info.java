/** Quadratic problems as files and streams: read from five formats, answers written in three, and cut into chunks for the grid. */
@NullMarked
package io.nqba.compute.optimisation.format;

import org.jspecify.annotations.NullMarked;
