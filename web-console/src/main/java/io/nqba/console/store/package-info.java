/** Small maps that all consoles share through the grid. */
@NullMarked
package io.nqba.console.store;

import org.jspecify.annotations.NullMarked;
