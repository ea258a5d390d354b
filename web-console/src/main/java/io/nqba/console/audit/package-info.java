/** Who did what when. */
@NullMarked
package io.nqba.console.audit;

import org.jspecify.annotations.NullMarked;
