@NullMarked
package io.nqba.console.sales.scoring;

import org.jspecify.annotations.NullMarked;
