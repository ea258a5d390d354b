/** Engagement over REST and on pages: rules, enrolments, consents, the outbox and who sends what is in it. */
@NullMarked
package io.nqba.console.sales.engagement;

import org.jspecify.annotations.NullMarked;
