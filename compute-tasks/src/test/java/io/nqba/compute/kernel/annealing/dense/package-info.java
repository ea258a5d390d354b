@NullMarked
package io.nqba.compute.kernel.annealing.dense;

import org.jspecify.annotations.NullMarked;
