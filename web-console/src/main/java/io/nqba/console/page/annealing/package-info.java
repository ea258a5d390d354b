/** Quadratic problems and their annealing runs: handing in, starting, watching, comparing. */
@NullMarked
package io.nqba.console.page.annealing;

import org.jspecify.annotations.NullMarked;
