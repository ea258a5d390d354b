package io.nqba.console.sales;

import io.nqba.model.sales.Lead;
import org.jspecify.annotations.Nullable;

/**
 * A lead and what its model thinks of it.
 *
 * @param lead the lead, its person sealed
 * @param probability that it is won, 0..1; null when it was never scored
 * @param grade A to E; null when it was never scored
 */
public record ScoredLead(
        Lead lead, @Nullable Double probability, @Nullable String grade) {}
