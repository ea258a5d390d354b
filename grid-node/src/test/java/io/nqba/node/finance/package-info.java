@NullMarked
package io.nqba.node.finance;

import org.jspecify.annotations.NullMarked;
