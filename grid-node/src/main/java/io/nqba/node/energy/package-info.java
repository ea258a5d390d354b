/** Energy data: a seeded generator of districts, importers of files, and the loader that streams both into the grid. */
@NullMarked
package io.nqba.node.energy;

import org.jspecify.annotations.NullMarked;
