package io.nqba.model.sales.engagement;

/** What a step of a sequence does. */
public enum StepKind {
    WAIT,
    /** Puts a task on the timeline of the lead. */
    TASK,
    /** Puts a message into the outbox. */
    MESSAGE
}
