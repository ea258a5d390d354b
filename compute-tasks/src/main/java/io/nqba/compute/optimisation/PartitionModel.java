package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.AnswerSum;
import io.nqba.compute.kernel.coordination.Question;

/** The subproblems of one partition, compiled from its rows. Immutable, so that threads share it. */
public interface PartitionModel extends PartitionRows {
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
