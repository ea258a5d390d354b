@NullMarked
package io.nqba.compute.kernel.annealing.sparse;

import org.jspecify.annotations.NullMarked;
