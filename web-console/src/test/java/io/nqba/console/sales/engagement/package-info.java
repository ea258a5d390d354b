@NullMarked
package io.nqba.console.sales.engagement;

import org.jspecify.annotations.NullMarked;
