/** Engagement on a node: the clock that runs sequences, and what wakes it. */
@NullMarked
package io.nqba.node.sales.engagement;

import org.jspecify.annotations.NullMarked;
