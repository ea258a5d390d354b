@NullMarked
package io.nqba.model.sales;

import org.jspecify.annotations.NullMarked;
