/** Names and shapes that the nodes and their clients share: caches, tasks, replies. */
@NullMarked
package io.nqba.model.grid;

import org.jspecify.annotations.NullMarked;
