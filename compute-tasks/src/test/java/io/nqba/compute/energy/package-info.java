@NullMarked
package io.nqba.compute.energy;

import org.jspecify.annotations.NullMarked;
