package io.nqba.compute.kernel.assignment;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;

/** The slow reference: an assignment as one programme with a variable per item and agent. */
final class AssignmentProgram {
    static {
        Loader.loadNativeLibraries();
    }

    private AssignmentProgram() {}

    /** Returns the most that whole items are worth, by SCIP. */
    static double wholeOptimum(AgentMarket market, WorkItems items) {
        return optimum(market, items, "SCIP", true);
    }

    /** Returns the most that items are worth which may be split, by GLOP. */
    static double splitOptimum(AgentMarket market, WorkItems items) {
        return optimum(market, items, "GLOP", false);
    }

    private static double optimum(AgentMarket market, WorkItems items, String by, boolean whole) {
        MPSolver solver = MPSolver.createSolver(by);
        solver.objective().setMaximization();
        MPConstraint[] capacity = new MPConstraint[market.agents()];
        for (int a = 0; a < capacity.length; a++) {
            capacity[a] =
                    solver.makeConstraint(AgentMarket.hours(market.least()[a]), AgentMarket.hours(market.most()[a]));
            MPVariable shortage = solver.makeNumVar(0, AgentMarket.hours(market.least()[a]), "");
            capacity[a].setCoefficient(shortage, 1);
            solver.objective().setCoefficient(shortage, -market.shortagePenalty());
        }
        for (int i = 0; i < items.size(); i++) {
            MPConstraint once = solver.makeConstraint(0, 1);
            for (int a = 0; a < capacity.length; a++) {
                double worth = market.worth(items, i, a);
                if (!Double.isNaN(worth)) {
                    MPVariable share = whole ? solver.makeBoolVar("") : solver.makeNumVar(0, 1, "");
                    once.setCoefficient(share, 1);
                    capacity[a].setCoefficient(share, items.hours(i));
                    solver.objective().setCoefficient(share, worth);
                }
            }
        }
        MPSolver.ResultStatus status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("The reference must be solvable (%s).".formatted(status));
        }
        double value = solver.objective().value();
        solver.delete();
        return value;
    }
}
