package io.nqba.console.page;

/**
 * A page or card without content: what will stand here, and the one action that fills it.
 *
 * @param title what is missing, as a statement
 * @param text what will stand here and why it is worth it
 * @param actionLabel name of the action; empty when the reader can do nothing here
 * @param actionHref where the action leads; empty with the label
 * @param command what to type in a terminal instead; empty when there is nothing to type
 */
public record EmptyState(String title, String text, String actionLabel, String actionHref, String command) {}
