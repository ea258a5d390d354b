/** Tests of cursors. */
@NullMarked
package io.nqba.console.paging;

import org.jspecify.annotations.NullMarked;
