package io.nqba.model.error;

/** Stable identifiers of everything that can go wrong. Codes are never renumbered and never reused. */
public enum ErrorCode {
    INVALID_REQUEST("NQBA-REQ-001", Blame.CALLER),
    NOT_FOUND("NQBA-REQ-002", Blame.CALLER),
    CONFLICT("NQBA-REQ-003", Blame.CALLER),
    TOO_LARGE("NQBA-REQ-004", Blame.CALLER),
    UNSUPPORTED_MEDIA_TYPE("NQBA-REQ-005", Blame.CALLER),
    METHOD_NOT_ALLOWED("NQBA-REQ-006", Blame.CALLER),
    NOT_ACCEPTABLE("NQBA-REQ-007", Blame.CALLER),

    UNAUTHENTICATED("NQBA-SEC-001", Blame.CALLER),
    FORBIDDEN("NQBA-SEC-002", Blame.CALLER),
    TOO_MANY_ATTEMPTS("NQBA-SEC-003", Blame.CALLER),
    KEYS_UNUSABLE("NQBA-SEC-201", Blame.PLATFORM),

    INVALID_DATA("NQBA-DATA-001", Blame.CALLER),
    DATA_SET_NOT_FOUND("NQBA-DATA-002", Blame.CALLER),

    RUN_NOT_FOUND("NQBA-OPT-001", Blame.CALLER),
    INVALID_PROBLEM("NQBA-OPT-002", Blame.CALLER),
    INFEASIBLE("NQBA-OPT-003", Blame.CALLER),
    RUN_QUEUE_FULL("NQBA-OPT-101", Blame.CAPACITY),
    ROUND_INCOMPLETE("NQBA-OPT-102", Blame.CAPACITY),
    BACKEND_FAILED("NQBA-OPT-103", Blame.CAPACITY),

    INVALID_SETTING("NQBA-NODE-001", Blame.CALLER),
    PORT_TAKEN("NQBA-NODE-002", Blame.CALLER),
    UNREADABLE_DIRECTORY("NQBA-NODE-003", Blame.CALLER),
    WRONG_JDK("NQBA-NODE-004", Blame.CALLER),
    NOT_ENOUGH_MEMORY("NQBA-NODE-101", Blame.CAPACITY),

    GRID_UNREACHABLE("NQBA-GRID-101", Blame.CAPACITY),
    GRID_TIMEOUT("NQBA-GRID-102", Blame.CAPACITY),
    KERNEL_DIVERGED("NQBA-KERNEL-201", Blame.PLATFORM),
    INTERNAL("NQBA-INT-201", Blame.PLATFORM);

    /** Who has to act; decides the HTTP status, the log level and whether a retry can help. */
    public enum Blame {
        /** The request is wrong: 4xx, logged at DEBUG, retrying is useless. */
        CALLER,
        /** The request is fine but there is no room for it now: 503, logged at WARN, retry later. */
        CAPACITY,
        /** We broke a promise: 500, logged at ERROR with the stack trace. */
        PLATFORM
    }

    private final String id;
    private final Blame blame;

    ErrorCode(String id, Blame blame) {
        this.id = id;
        this.blame = blame;
    }

    public String id() {
        return id;
    }

    public Blame blame() {
        return blame;
    }
}
