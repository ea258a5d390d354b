@NullMarked
package io.nqba.console.page.optimisation;

import org.jspecify.annotations.NullMarked;
