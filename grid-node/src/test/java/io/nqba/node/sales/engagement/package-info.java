@NullMarked
package io.nqba.node.sales.engagement;

import org.jspecify.annotations.NullMarked;
