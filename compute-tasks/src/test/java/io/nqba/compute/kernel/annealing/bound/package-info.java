@NullMarked
package io.nqba.compute.kernel.annealing.bound;

import org.jspecify.annotations.NullMarked;
