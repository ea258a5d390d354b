@NullMarked
package io.nqba.console.sales;

import org.jspecify.annotations.NullMarked;
