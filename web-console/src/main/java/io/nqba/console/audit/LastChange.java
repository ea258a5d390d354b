package io.nqba.console.audit;

import java.time.Instant;

/**
 * Who changed something last.
 *
 * @param account who, by the name at sign-in
 * @param at when
 */
public record LastChange(String account, Instant at) {}
