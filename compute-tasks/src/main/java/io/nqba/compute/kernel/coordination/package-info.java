/**
 * Coordination of many small problems that share a few limits, by prices. Unit-neutral: energy, finance and sales bring their
 * own subproblems.
 */
@NullMarked
package io.nqba.compute.kernel.coordination;

import org.jspecify.annotations.NullMarked;
