/** Supervision of optimisation runs: the node that owns a run's rows coordinates it, and another one when that node leaves. */
@NullMarked
package io.nqba.node.optimisation;

import org.jspecify.annotations.NullMarked;
