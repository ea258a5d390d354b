/** GOLIATH over REST: data, portfolios, risk, orders, and the ports they need. */
@NullMarked
package io.nqba.console.finance;

import org.jspecify.annotations.NullMarked;
