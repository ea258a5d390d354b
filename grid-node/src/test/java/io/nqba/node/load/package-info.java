@NullMarked
package io.nqba.node.load;

import org.jspecify.annotations.NullMarked;
