@NullMarked
package io.nqba.node.energy;

import org.jspecify.annotations.NullMarked;
