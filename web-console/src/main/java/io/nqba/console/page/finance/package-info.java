/** Pages of GOLIATH. */
@NullMarked
package io.nqba.console.page.finance;

import org.jspecify.annotations.NullMarked;
