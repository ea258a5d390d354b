package io.nqba.console.sales;

import io.nqba.model.sales.DealStage;

/**
 * All deals of a stage together.
 *
 * @param deals how many
 * @param amount money of a deal: what it brought if it is won, else the price last offered, else the list price; currency of the book
 * @param weighted the same times the chance to win, for open deals; what won deals brought; 0 for lost ones
 */
public record StageTotal(DealStage stage, long deals, double amount, double weighted) {}
