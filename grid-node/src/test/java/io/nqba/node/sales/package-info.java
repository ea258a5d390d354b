@NullMarked
package io.nqba.node.sales;

import org.jspecify.annotations.NullMarked;
