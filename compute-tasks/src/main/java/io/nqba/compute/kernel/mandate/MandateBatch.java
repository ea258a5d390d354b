package io.nqba.compute.kernel.mandate;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.Question;
import io.nqba.compute.kernel.coordination.SmoothResponse;
import java.util.Arrays;
import java.util.List;

/**
 * The mandates of one partition as subproblems of the coordination, which minimises: their cost is minus their utility in money. Being
 * strictly convex they need no smoothing, so one solve gives the bound, the weights and how the weights react. An answer is a
 * function of the mandates, their order and the question; what is remembered between questions only saves time. For one thread at a
 * time.
 */
public final class MandateBatch {
    private final MandateUniverse universe;
    private final FirmRows rows;
    private final List<Mandate> mandates;
    private final MandateSolver.Memory[] memories;
    private final MandateSolver solver;
    private final MandateReaction reaction;
    private final double[] exposure;
    private final double[] start;

    /** @param mandates subproblems in an order that does not depend on the node, such as by id */
    public MandateBatch(MandateUniverse universe, List<Mandate> mandates) {
        this.universe = universe;
        this.rows = universe.rows();
        this.mandates = List.copyOf(mandates);
        int factors = universe.model().factors();
        memories = new MandateSolver.Memory[mandates.size()];
        for (int i = 0; i < memories.length; i++) {
            memories[i] = new MandateSolver.Memory(factors);
        }
        solver = new MandateSolver(universe.model());
        reaction = new MandateReaction(universe.model(), rows);
        exposure = new double[factors];
        start = new double[universe.model().assets()];
    }

    public int size() {
        return mandates.size();
    }

    public Mandate mandate(int index) {
        return mandates.get(index);
    }

    /**
     * Answers for all mandates. Usage is in units of money times the rows' factors, price and cost in units of money per unit of usage.
     *
     * @throws IllegalArgumentException if the question has another number of rows than the firm
     */
    public Answer answer(Question question) {
        double[] price = question.price();
        if (price.length != rows.rows()) {
            throw new IllegalArgumentException("The question (%d rows) must have one price per row of the firm (%d)."
                    .formatted(price.length, rows.rows()));
        }
        Prices prices = prices(price);
        double[] usage = new double[rows.rows()];
        boolean reacts = question.tellsReaction();
        int[] active = question.active();
        SmoothResponse response = reacts ? SmoothResponse.zero(active.length) : null;
        if (reacts) {
            reaction.begin(active);
        }
        double lagrangian = 0;
        double cost = 0;
        for (int i = 0; i < mandates.size(); i++) {
            Mandate mandate = mandates.get(i);
            double capital = mandate.capital() / universe.moneyUnit();
            solver.solve(mandate, prices.gain(), prices.trade(), memories[i]);
            lagrangian += capital * (prices.constant() - solver.bound());
            cost -= capital * worth(mandate, solver.weights()).utility();
            addUsage(mandate, solver.weights(), usage);
            if (response != null) {
                reaction.add(solver, mandate, capital, response.curvature());
            }
        }
        if (response != null) {
            for (int a = 0; a < active.length; a++) {
                response.usage()[a] = usage[active[a]];
            }
        }
        return new Answer(mandates.size(), lagrangian, cost, 0, usage, response);
    }

    /** The weights behind this batch's answer to {@code question}. */
    public MandateAnswer weights(int index, Question question) {
        Prices prices = prices(question.price());
        Mandate mandate = mandates.get(index);
        solver.solve(mandate, prices.gain(), prices.trade(), memories[index]);
        return worth(mandate, copy(mandate));
    }

    /** The best weights of a mandate that minds no limit of the firm. */
    public MandateAnswer alone(int index) {
        Prices prices = prices(new double[rows.rows()]);
        Mandate mandate = mandates.get(index);
        solver.solve(mandate, prices.gain(), prices.trade(), memories[index]);
        return worth(mandate, copy(mandate));
    }

    private double[] copy(Mandate mandate) {
        double[] weights = new double[mandate.size()];
        System.arraycopy(solver.weights(), 0, weights, 0, weights.length);
        return weights;
    }

    /** What {@code weights} of a mandate are worth; they may break its limits. */
    public MandateAnswer worth(Mandate mandate, double[] weights) {
        FactorModel model = universe.model();
        double[] factorRows = model.rows();
        int width = model.factors() + 1;
        double expected = 0;
        double own = 0;
        double turnover = 0;
        Arrays.fill(exposure, 0);
        mandate.copyStart(start);
        for (int i = 0; i < mandate.size(); i++) {
            int asset = mandate.assets()[i];
            double w = weights[i];
            expected += universe.expectedReturns()[asset] * w;
            own += model.own(asset) * w * w;
            turnover += Math.abs(w - start[i]);
            for (int k = 0; k < exposure.length && w != 0; k++) {
                exposure[k] += factorRows[asset * width + k] * w;
            }
        }
        double variance = own;
        for (double one : exposure) {
            variance += one * one;
        }
        double tradingCost = mandate.costPerUnit() * turnover;
        return new MandateAnswer(
                weights,
                expected - mandate.aversion() * variance / 2 - tradingCost,
                expected,
                Math.sqrt(variance),
                tradingCost,
                turnover);
    }

    /** Adds what weights of a mandate use of the firm's rows, in units of money. */
    public void addUsage(Mandate mandate, double[] weights, double[] usage) {
        double capital = mandate.capital() / universe.moneyUnit();
        mandate.copyStart(start);
        for (int i = 0; i < mandate.size(); i++) {
            int asset = mandate.assets()[i];
            double held = capital * weights[i];
            double traded = capital * Math.abs(weights[i] - start[i]);
            for (int e = rows.first(asset); e < rows.first(asset + 1); e++) {
                usage[rows.row(e)] += rows.perWeight(e) * held + rows.perTrade(e) * traded;
            }
        }
        for (int r = 0; r < usage.length; r++) {
            usage[r] += capital * rows.constant(r);
        }
    }

    private Prices prices(double[] price) {
        double[] gain = universe.expectedReturns().clone();
        double[] trade = new double[gain.length];
        rows.price(price, gain, trade);
        double constant = 0;
        for (int r = 0; r < price.length; r++) {
            constant += price[r] * rows.constant(r);
        }
        return new Prices(gain, trade, constant);
    }

    /** A question's prices as each asset sees them, the same for all mandates. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Prices(double[] gain, double[] trade, double constant) {}
}
