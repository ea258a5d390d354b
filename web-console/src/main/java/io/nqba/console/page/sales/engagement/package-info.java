/** The pages of engagement: what goes on, and the rules behind it. */
@NullMarked
package io.nqba.console.page.sales.engagement;

import org.jspecify.annotations.NullMarked;
