/** What annealing needs of the life cycle of a node. */
@NullMarked
package io.nqba.node.annealing;

import org.jspecify.annotations.NullMarked;
