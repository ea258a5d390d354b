package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.AnswerSum;
import io.nqba.compute.kernel.coordination.Question;
import java.util.TreeMap;

/** What reference policies would cost and use, summed by the name of the policy. */
public final class SurveyTally implements Tally<SurveyTally> {
    private final TreeMap<String, AnswerSum> sums = new TreeMap<>();

    /** Adds what a policy does in one partition. */
    public void add(String policy, Answer answer) {
        sum(policy, answer.usage().length).add(answer);
    }

    @Override
    public void add(SurveyTally other) {
        other.sums.forEach(
                (policy, sum) -> sum(policy, sum.total().usage().length).add(sum));
    }

    /** Returns whether a policy was reported. */
    public boolean has(String policy) {
        return sums.containsKey(policy);
    }

    /** Returns the sum over all subproblems of one policy. */
    public Answer total(String policy) {
        AnswerSum sum = sums.get(policy);
        if (sum == null) {
            throw new IllegalArgumentException(
                    "The survey has no policy (%s), only %s.".formatted(policy, sums.keySet()));
        }
        return sum.total();
    }

    private AnswerSum sum(String policy, int rows) {
        return sums.computeIfAbsent(policy, name -> new AnswerSum(new Question(new double[rows], 0)));
    }
}
