/** Who did what when. */
@NullMarked
package io.nqba.model.audit;

import org.jspecify.annotations.NullMarked;
