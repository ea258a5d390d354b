/** What every page shares: the shell around it, the components it is made of, and how figures are written. */
@NullMarked
package io.nqba.console.page;

import org.jspecify.annotations.NullMarked;
