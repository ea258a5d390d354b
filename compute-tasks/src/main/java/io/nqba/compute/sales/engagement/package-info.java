/** Engagement: who enters a sequence, which step is due, which message may go, which action is worth most next. */
@NullMarked
package io.nqba.compute.sales.engagement;

import org.jspecify.annotations.NullMarked;
