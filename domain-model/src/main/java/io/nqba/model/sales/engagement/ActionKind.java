package io.nqba.model.sales.engagement;

/** What can be done with a lead next. */
public enum ActionKind {
    CALL("call"),
    EMAIL("write an e-mail"),
    MEETING("meet"),
    /** A task on the timeline that is not done yet. */
    TASK("do the open task"),
    WAIT("wait"),
    /** The hours go to other leads. */
    GIVE_UP("give up");

    private final String words;

    ActionKind(String words) {
        this.words = words;
    }

    /** Returns it in words. */
    public String words() {
        return words;
    }
}
