/** A port for back ends outside the grid that sample quadratic problems, such as digital or quantum annealers; ours is one of them. */
@NullMarked
package io.nqba.compute.optimisation.backend;

import org.jspecify.annotations.NullMarked;
