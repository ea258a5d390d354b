@NullMarked
package io.nqba.console.sales.revenue;

import org.jspecify.annotations.NullMarked;
