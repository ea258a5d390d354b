@NullMarked
package io.nqba.compute.optimisation.backend;

import org.jspecify.annotations.NullMarked;
