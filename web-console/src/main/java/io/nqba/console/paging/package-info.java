/** Pages of a list and the cursors between them. */
@NullMarked
package io.nqba.console.paging;

import org.jspecify.annotations.NullMarked;
