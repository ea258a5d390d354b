/** Real nodes for tests: embedded, on loopback and free ports. */
@NullMarked
package io.nqba.node.testing;

import org.jspecify.annotations.NullMarked;
