@NullMarked
package io.nqba.console.page.annealing;

import org.jspecify.annotations.NullMarked;
