package io.nqba.compute.kernel.flexible;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.Commitment;
import io.nqba.compute.kernel.coordination.Question;
import io.nqba.compute.kernel.coordination.SmoothResponse;
import io.nqba.compute.kernel.storage.SiteBatch;
import io.nqba.compute.kernel.storage.SiteProblem;
import io.nqba.compute.kernel.storage.SiteSchedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The sites of one partition, some with flexible loads, as subproblems of the coordination. Every answer's usage and cost are those of
 * whole plans; its bound and its reaction are those of the sites before their loads are settled, unless the question commits them. An
 * answer is a function of the sites, their order and the question. Holds workspaces: for one thread at a time.
 */
public final class FlexibleBatch {
    private static final Question ALONE = new Question(new double[0], 0);

    private final List<FlexibleSite> sites;
    private final int[] flexible;
    private final SiteBatch plain;
    private final FlexibleSolver solver = new FlexibleSolver();
    private @Nullable Settled last;

    /** Plans of all sites after a commitment, kept because every round after it asks for the same. */
    private static final class Settled {
        private final Commitment commitment;
        private final double[][][] plans;
        private final SiteBatch batch;

        Settled(Commitment commitment, double[][][] plans, SiteBatch batch) {
            this.commitment = commitment;
            this.plans = plans;
            this.batch = batch;
        }
    }

    /** @param sites subproblems in an order that does not depend on the node, such as by id */
    public FlexibleBatch(List<FlexibleSite> sites) {
        this.sites = List.copyOf(sites);
        flexible = IntStream.range(0, sites.size())
                .filter(i -> !sites.get(i).loads().isEmpty())
                .toArray();
        plain = new SiteBatch(sites.stream()
                .filter(site -> site.loads().isEmpty())
                .map(FlexibleSite::problem)
                .toList());
    }

    public int size() {
        return sites.size();
    }

    /** Answers for all sites; see {@link SiteBatch#answer}. */
    public Answer answer(Question question) {
        Commitment commitment = question.commitment();
        if (flexible.length == 0) {
            return plain.answer(question);
        }
        if (commitment != null) {
            return settled(commitment).batch.answer(question);
        }
        Answer ofPlain = plain.answer(question);
        SmoothResponse response = ofPlain.response();
        double lagrangian = ofPlain.lagrangian();
        double relaxedCost = ofPlain.relaxedCost();
        var settled = new ArrayList<SiteProblem>(flexible.length);
        for (int index : flexible) {
            FlexibleSite site = sites.get(index);
            if (response == null) {
                WholeAnswer whole = solver.alone(site, priceOf(question));
                lagrangian += whole.bound();
                relaxedCost += whole.cost();
                settled.add(site.with(whole.plans()));
            } else {
                FlexibleSolver.SmoothAnswer answer =
                        solver.answer(site, question.price(), question.smoothing(), question.active(), response);
                lagrangian += answer.bound();
                relaxedCost += answer.relaxedCost();
                settled.add(site.with(answer.plans()));
            }
        }
        return together(question, ofPlain, settled, lagrangian, relaxedCost);
    }

    private Answer together(
            Question question, Answer ofPlain, List<SiteProblem> settled, double lagrangian, double relaxedCost) {
        Answer whole = new SiteBatch(settled).answer(question.withoutReaction());
        double[] usage = ofPlain.usage().clone();
        Arrays.setAll(usage, t -> usage[t] + whole.usage()[t]);
        return new Answer(
                sites.size(),
                lagrangian,
                ofPlain.cost() + whole.cost(),
                ofPlain.violation() + whole.violation(),
                usage,
                ofPlain.response(),
                relaxedCost);
    }

    /** The schedule behind this batch's answer to {@code question}. */
    public SitePlan plan(int index, Question question) {
        FlexibleSite site = sites.get(index);
        if (site.loads().isEmpty()) {
            return new SitePlan(new double[0][], plain.schedule(placeAmongPlain(index), question));
        }
        double[][] plans = plans(index, question);
        SiteSchedule schedule = new SiteBatch(List.of(site.with(plans))).schedule(0, question);
        return new SitePlan(plans, schedule);
    }

    /** Sites without loads keep their order. */
    private int placeAmongPlain(int index) {
        return index - (-1 - Arrays.binarySearch(flexible, index));
    }

    private double[][] plans(int index, Question question) {
        FlexibleSite site = sites.get(index);
        Commitment commitment = question.commitment();
        if (commitment != null) {
            return settled(commitment).plans[index];
        }
        return question.isSmooth()
                ? solver.settled(site, question.price(), question.smoothing(), 0)
                : solver.alone(site, priceOf(question)).plans();
    }

    /** The best schedule of a site that minds nobody else. */
    public SitePlan alone(int index) {
        return plan(index, ALONE);
    }

    private Settled settled(Commitment commitment) {
        Settled known = last;
        if (known != null && known.commitment.equals(commitment)) {
            return known;
        }
        double[][][] plans = new double[sites.size()][][];
        var problems = new ArrayList<SiteProblem>(sites.size());
        for (int i = 0; i < plans.length; i++) {
            FlexibleSite site = sites.get(i);
            plans[i] = site.loads().isEmpty()
                    ? new double[0][]
                    : solver.settled(site, commitment.price(), commitment.smoothing(), commitment.trial());
            problems.add(site.with(plans[i]));
        }
        Settled fresh = new Settled(commitment, plans, new SiteBatch(problems));
        last = fresh;
        return fresh;
    }

    private static double @Nullable [] priceOf(Question question) {
        return question.rows() == 0 ? null : question.price();
    }
}
