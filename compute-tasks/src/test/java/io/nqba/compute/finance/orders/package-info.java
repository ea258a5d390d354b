@NullMarked
package io.nqba.compute.finance.orders;

import org.jspecify.annotations.NullMarked;
