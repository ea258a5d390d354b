@NullMarked
package io.nqba.console.sales.assignment;

import org.jspecify.annotations.NullMarked;
