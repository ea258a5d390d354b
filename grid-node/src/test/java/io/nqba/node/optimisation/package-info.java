@NullMarked
package io.nqba.node.optimisation;

import org.jspecify.annotations.NullMarked;
