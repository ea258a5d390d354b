/** Sales data on their way into the grid: importers, a generator, demo data, and the keys that seal persons before they travel. */
@NullMarked
package io.nqba.node.sales;

import org.jspecify.annotations.NullMarked;
