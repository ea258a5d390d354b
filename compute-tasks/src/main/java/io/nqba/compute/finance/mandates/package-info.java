/** GOLIATH's mandates under the limits of their firm: thin tasks over {@link io.nqba.compute.kernel.mandate}. */
@NullMarked
package io.nqba.compute.finance.mandates;

import org.jspecify.annotations.NullMarked;
