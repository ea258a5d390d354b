package io.nqba.node.lifecycle;

import io.nqba.model.error.ErrorCode;

/** Exit codes of a node process, so that a supervisor knows whether starting it again can help. */
public enum ExitCode {
    /** Stopped on request. */
    STOPPED(0),
    /** Something that no other code names; see the log. */
    UNEXPECTED(1),
    /** A setting or argument is wrong; starting again does not help. */
    BAD_SETTING(2),
    /** A port is taken by another process. */
    PORT_TAKEN(3),
    /** A directory cannot be read or written, or belongs to another running node. */
    UNREADABLE_DIRECTORY(4),
    /** The JDK is too old or was started without the options that the node needs. */
    WRONG_JDK(5),
    /** The machine or container has less memory than the settings ask for. */
    NOT_ENOUGH_MEMORY(6),
    /** No node answers at the addresses to join. */
    GRID_UNREACHABLE(7),
    /** The running node met a fault that it cannot survive; starting it again helps. */
    NODE_FAILED(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Returns the exit code for a start that failed with this error. */
    public static ExitCode of(ErrorCode error) {
        return switch (error) {
            case INVALID_SETTING -> BAD_SETTING;
            case PORT_TAKEN -> PORT_TAKEN;
            case UNREADABLE_DIRECTORY, DATA_SET_NOT_FOUND -> UNREADABLE_DIRECTORY;
            case WRONG_JDK -> WRONG_JDK;
            case NOT_ENOUGH_MEMORY -> NOT_ENOUGH_MEMORY;
            case GRID_UNREACHABLE -> GRID_UNREACHABLE;
            default -> UNEXPECTED;
        };
    }
}
