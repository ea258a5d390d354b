@NullMarked
package io.nqba.compute.optimisation.format;

import org.jspecify.annotations.NullMarked;
