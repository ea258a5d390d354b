@NullMarked
package io.nqba.node.finance.strategies;

import org.jspecify.annotations.NullMarked;
