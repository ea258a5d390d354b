@NullMarked
package io.nqba.node.process;

import org.jspecify.annotations.NullMarked;
