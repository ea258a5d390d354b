/** The node that lives inside the console's JVM. */
@NullMarked
package io.nqba.node.embedded;

import org.jspecify.annotations.NullMarked;
