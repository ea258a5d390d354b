@NullMarked
package io.nqba.node.sales.scoring;

import org.jspecify.annotations.NullMarked;
