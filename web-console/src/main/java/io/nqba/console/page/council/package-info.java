/** The overview that the council decides on. */
@NullMarked
package io.nqba.console.page.council;

import org.jspecify.annotations.NullMarked;
