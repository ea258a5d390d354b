@NullMarked
package io.nqba.node.lifecycle;

import org.jspecify.annotations.NullMarked;
