/** One search over pages, sites and runs. */
@NullMarked
package io.nqba.console.page.search;

import org.jspecify.annotations.NullMarked;
