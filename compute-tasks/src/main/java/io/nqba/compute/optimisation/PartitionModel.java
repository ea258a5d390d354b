package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.AnswerSum;
import io.nqba.compute.kernel.coordination.Question;

/** The subproblems of one partition, compiled from its rows. Immutable, so that threads share it. */
public interface PartitionModel {
    /** Returns how many subproblems there are. */
    int items();

    /**
     * Returns a fingerprint of the data behind the subproblems: equal data has equal fingerprints on every node, and the fingerprints
     * of groups add up.
     */
    long fingerprint();

    /** Adds what is wrong with the rows, if anything is. */
    void check(CheckTally into);

    /** Adds what each reference policy would do. Only called when {@link #check} found nothing. */
    void survey(SurveyTally into);

    /**
     * Adds what the policies would do that need to know the sums of the survey first. Only called when there is a plan for them.
     *
     * @param plan what {@link CoordinatedProblem#secondSurvey} decided
     */
    default void surveyAgain(double[] plan, SurveyTally into) {}

    /** Adds the answers to one question. Only called when {@link #check} found nothing. */
    void answer(Question question, AnswerSum into);
}
