/** GOLIATH's data on a node: generated markets and books, and what is loaded from files. */
@NullMarked
package io.nqba.node.finance;

import org.jspecify.annotations.NullMarked;
