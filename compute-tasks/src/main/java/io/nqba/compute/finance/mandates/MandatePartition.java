package io.nqba.compute.finance.mandates;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.AnswerSum;
import io.nqba.compute.kernel.coordination.Question;
import io.nqba.compute.kernel.mandate.CutBack;
import io.nqba.compute.kernel.mandate.Mandate;
import io.nqba.compute.kernel.mandate.MandateAnswer;
import io.nqba.compute.kernel.mandate.MandateBatch;
import io.nqba.compute.kernel.mandate.MandateUniverse;
import io.nqba.compute.optimisation.CheckTally;
import io.nqba.compute.optimisation.PartitionModel;
import io.nqba.compute.optimisation.SurveyTally;
import io.nqba.model.error.FieldProblem;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The mandates of one partition, ready to answer. The kernel's workspaces serve one thread, hence the lock. */
final class MandatePartition implements PartitionModel {
    /** What is held now, without a trade. */
    static final String CURRENT = "current-holdings";
    /** Every mandate's own optimum, cut back by the same shares until the limits of the firm hold. */
    static final String CUT_BACK = "proportional-cut-back";
    /** Every mandate at its own optimum; breaks the limits of the firm. */
    static final String ALONE = "every-mandate-alone";
    /** Corners between which the cut is chosen; no policies of their own. */
    static final String KEPT = "cut-back-to-holdings";

    static final String EMPTIED = "cut-back-to-cash";

    private final FirmMarket market;
    private final List<PlannedMandate> mandates;
    private final MandateBatch batch;
    private final int portfolios;
    private final List<FieldProblem> problems;
    private final long fingerprint;

    /**
     * @param market what all mandates share
     * @param universe its estimates
     * @param mandates mandates that can be met, by id
     * @param portfolios portfolios in the partition, usable or not
     * @param problems what is wrong with the others
     */
    MandatePartition(
            FirmMarket market,
            MandateUniverse universe,
            List<PlannedMandate> mandates,
            int portfolios,
            List<FieldProblem> problems) {
        this.market = market;
        this.mandates = List.copyOf(mandates);
        this.batch = new MandateBatch(
                universe, mandates.stream().map(PlannedMandate::mandate).toList());
        this.portfolios = portfolios;
        this.problems = List.copyOf(problems);
        // Another revision of the prices is another problem, even for mandates that hold nothing.
        this.fingerprint = mandates.stream()
                .mapToLong(mandate ->
                        mandate.fingerprint() * (2 * market.history().universe().revision() + 1))
                .sum();
    }

    @Override
    public int items() {
        return portfolios;
    }

    @Override
    public long fingerprint() {
        return fingerprint;
    }

    @Override
    public void check(CheckTally into) {
        problems.forEach(into::addProblem);
    }

    @Override
    public synchronized void survey(SurveyTally into) {
        List<double[]> own = own();
        into.add(CURRENT, sum(i -> batch.mandate(i).start()));
        into.add(ALONE, sum(own::get));
        into.add(KEPT, sum(i -> CutBack.held(batch.mandate(i), own.get(i))));
        into.add(EMPTIED, sum(i -> CutBack.cash(batch.mandate(i), own.get(i))));
    }

    @Override
    public synchronized void surveyAgain(double[] plan, SurveyTally into) {
        var shares = new CutBack(plan[0], plan[1]);
        List<double[]> own = own();
        into.add(CUT_BACK, sum(i -> shares.weights(batch.mandate(i), own.get(i))));
    }

    /** The weights that every mandate would take alone. */
    private List<double[]> own() {
        return IntStream.range(0, mandates.size())
                .mapToObj(i -> batch.alone(i).weights())
                .toList();
    }

    @Override
    public synchronized void answer(Question question, AnswerSum into) {
        into.add(batch.answer(question));
    }

    /** Stores the weights behind the answer to a question. */
    synchronized void settle(MandateWriter writer) {
        for (int i = 0; i < mandates.size(); i++) {
            writer.write(mandates.get(i), batch, i);
        }
        writer.flush();
    }

    FirmMarket market() {
        return market;
    }

    private Answer sum(IntFunction<double[]> policy) {
        double[] usage = new double[market.request().limits().size()];
        double cost = 0;
        for (int i = 0; i < mandates.size(); i++) {
            Mandate mandate = batch.mandate(i);
            MandateAnswer answer = batch.worth(mandate, policy.apply(i));
            cost -= mandate.capital() / FirmMarket.MONEY_UNIT * answer.utility();
            batch.addUsage(mandate, answer.weights(), usage);
        }
        return new Answer(mandates.size(), cost, cost, 0, usage, null);
    }
}
