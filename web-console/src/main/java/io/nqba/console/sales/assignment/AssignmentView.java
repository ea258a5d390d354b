package io.nqba.console.sales.assignment;

/**
 * Who shall work on a lead or deal, and why.
 *
 * @param workId lead or deal
 * @param repId the agent; empty when nobody
 * @param repName what people call the agent; empty when nobody
 * @param previousRepId who worked on it before; empty when nobody did
 * @param value expected money with that agent
 * @param hours hours it takes
 * @param probability probability that it is won, 0..1
 * @param reason why it went there, in words
 */
public record AssignmentView(
        String workId,
        String repId,
        String repName,
        String previousRepId,
        double value,
        double hours,
        double probability,
        String reason) {}
