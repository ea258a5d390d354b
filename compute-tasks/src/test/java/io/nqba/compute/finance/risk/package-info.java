@NullMarked
package io.nqba.compute.finance.risk;

import org.jspecify.annotations.NullMarked;
