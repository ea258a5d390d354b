/** What is done with leads by rule: segments, sequences, enrolments, consents, messages. */
@NullMarked
package io.nqba.model.sales.engagement;

import org.jspecify.annotations.NullMarked;
