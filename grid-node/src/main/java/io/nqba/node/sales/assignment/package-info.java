/** What assignment does on a node by itself. */
@NullMarked
package io.nqba.node.sales.assignment;

import org.jspecify.annotations.NullMarked;
