/** Measurements of the JVM and of Ignite in one Micrometer registry. */
@NullMarked
package io.nqba.node.metrics;

import org.jspecify.annotations.NullMarked;
