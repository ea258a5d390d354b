@NullMarked
package io.nqba.node.health;

import org.jspecify.annotations.NullMarked;
