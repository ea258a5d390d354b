@NullMarked
package io.nqba.console.finance;

import org.jspecify.annotations.NullMarked;
