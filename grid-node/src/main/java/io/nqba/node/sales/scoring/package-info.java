/** Leads are scored where they lie, as soon as they come in or change. */
@NullMarked
package io.nqba.node.sales.scoring;

import org.jspecify.annotations.NullMarked;
