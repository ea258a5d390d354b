/** The market page. */
@NullMarked
package io.nqba.console.page.finance.market;

import org.jspecify.annotations.NullMarked;
