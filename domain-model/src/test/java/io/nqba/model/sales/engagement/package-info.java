@NullMarked
package io.nqba.model.sales.engagement;

import org.jspecify.annotations.NullMarked;
