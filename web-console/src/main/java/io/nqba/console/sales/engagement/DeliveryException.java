package io.nqba.console.sales.engagement;

/** A message was not sent, or nobody knows. Its words name no person, so they may stand beside the message for everybody. */
final class DeliveryException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What follows from it. */
    enum Kind {
        /** This message will not go this way, however often it is tried. */
        REFUSED,
        /** This message did not go, and may go later. */
        LATER,
        /** Nothing goes for now; this message did not. */
        NO_SERVER,
        /** It may have gone. Trying again by itself might send it twice. */
        UNCLEAR
    }

    private final Kind kind;

    DeliveryException(Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
