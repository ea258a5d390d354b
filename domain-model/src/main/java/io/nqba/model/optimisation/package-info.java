/** Life cycle of optimisation runs, the same for every unit. */
@NullMarked
package io.nqba.model.optimisation;

import org.jspecify.annotations.NullMarked;
