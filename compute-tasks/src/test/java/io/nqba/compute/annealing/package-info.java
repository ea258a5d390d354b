@NullMarked
package io.nqba.compute.annealing;

import org.jspecify.annotations.NullMarked;
