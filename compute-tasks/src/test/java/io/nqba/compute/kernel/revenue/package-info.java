/** Tests of the revenue kernels. */
@NullMarked
package io.nqba.compute.kernel.revenue;

import org.jspecify.annotations.NullMarked;
