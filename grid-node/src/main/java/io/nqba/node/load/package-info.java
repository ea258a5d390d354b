/** What every loader of data needs: files in, rows into the grid, progress, and a report of what was left out. */
@NullMarked
package io.nqba.node.load;

import org.jspecify.annotations.NullMarked;
