/** Start, activation and stop of a node, and what starts with it. */
@NullMarked
package io.nqba.node.lifecycle;

import org.jspecify.annotations.NullMarked;
