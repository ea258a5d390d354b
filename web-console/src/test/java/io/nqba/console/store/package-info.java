/** Contract of the shared maps. */
@NullMarked
package io.nqba.console.store;

import org.jspecify.annotations.NullMarked;
