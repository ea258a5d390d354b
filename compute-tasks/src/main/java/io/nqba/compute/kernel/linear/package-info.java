/** Linear algebra that several kernels share. Pure numerics. */
@NullMarked
package io.nqba.compute.kernel.linear;

import org.jspecify.annotations.NullMarked;
