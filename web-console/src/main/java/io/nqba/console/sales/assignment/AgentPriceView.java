package io.nqba.console.sales.assignment;

/**
 * What an hour of an agent is worth in a run.
 *
 * @param hoursUsed hours of work given
 * @param hoursCapacity hours there are
 * @param shadowPrice what one more hour would bring, money
 * @param value expected money of the work given
 * @param words the shadow price in a sentence
 */
public record AgentPriceView(
        String repId,
        String repName,
        double hoursUsed,
        double hoursCapacity,
        double shadowPrice,
        double value,
        String words) {}
