@NullMarked
package io.nqba.node.annealing;

import org.jspecify.annotations.NullMarked;
