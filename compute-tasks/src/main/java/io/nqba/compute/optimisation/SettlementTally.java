package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.AnswerSum;
import io.nqba.compute.kernel.coordination.Question;
import java.util.List;
import java.util.TreeMap;

/** What became of the subproblems when the best answer was stored: its sums, and who stands out in what. */
public final class SettlementTally implements Tally<SettlementTally> {
    private final TreeMap<String, AnswerSum> sums = new TreeMap<>();
    private final TreeMap<String, TopList> tops = new TreeMap<>();

    /** Adds to a named sum. */
    public void add(String name, Answer answer) {
        sum(name, answer.usage().length).add(answer);
    }

    /** Enters one subproblem for a list of those with the largest amounts. */
    public void offer(String list, String name, double amount) {
        top(list).offer(new TopList.Entry(name, amount));
    }

    @Override
    public void add(SettlementTally other) {
        other.sums.forEach((name, sum) -> sum(name, sum.total().usage().length).add(sum));
        other.tops.forEach((list, top) -> top(list).add(top));
    }

    /** Returns a named sum; all zero with {@code rows} rows when nothing was added. */
    public Answer total(String name, int rows) {
        return sum(name, rows).total();
    }

    /** Returns the largest of a list, largest first; empty when nothing was offered. */
    public List<TopList.Entry> largest(String list) {
        return top(list).entries();
    }

    private AnswerSum sum(String name, int rows) {
        return sums.computeIfAbsent(name, n -> new AnswerSum(new Question(new double[rows], 0)));
    }

    private TopList top(String list) {
        return tops.computeIfAbsent(list, n -> new TopList());
    }
}
