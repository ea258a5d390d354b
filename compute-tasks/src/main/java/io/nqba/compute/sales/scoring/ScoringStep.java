package io.nqba.compute.sales.scoring;

/** The steps of a scoring run, each saved before the next one begins. */
enum ScoringStep {
    LOOK(1, "Looked at the leads."),
    SHAPE(2, "Chose the shape of the trees inside the older leads."),
    TIME(3, "Judged on the newest leads, which the model had not seen."),
    LOTS(4, "Judged on leads drawn by lot, which the model had not seen."),
    CALIBRATE(5, "Made probabilities come true."),
    LEARN(6, "Learnt from all leads."),
    STORE(7, "Stored.");

    private final int number;
    private final String message;

    ScoringStep(int number, String message) {
        this.number = number;
        this.message = message;
    }

    /** Returns 1 for the first step. */
    int number() {
        return number;
    }

    String message() {
        return message;
    }

    ScoringStep following() {
        return values()[Math.min(values().length - 1, number)];
    }
}
