/** SIGMA's assignment of leads and deals to agents: thin tasks over {@link io.nqba.compute.kernel.assignment}. */
@NullMarked
package io.nqba.compute.sales.assignment;

import org.jspecify.annotations.NullMarked;
