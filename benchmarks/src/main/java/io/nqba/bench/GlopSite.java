package io.nqba.bench;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SiteProblem;

/** The rival: one site as a linear programme for GLOP of OR-Tools, built and solved afresh each time as a caller would. */
final class GlopSite {
    static {
        Loader.loadNativeLibraries();
    }

    private GlopSite() {}

    /** Minimum of cost plus penalised violation. */
    static double minimum(SiteProblem site) {
        MPSolver solver = MPSolver.createSolver("GLOP");
        try {
            MPObjective objective = solver.objective();
            Battery battery = site.battery();
            double infinity = MPSolver.infinity();
            MPVariable before = solver.makeNumVar(battery.initialKwh(), battery.initialKwh(), "");
            for (int t = 0; t < site.slots(); t++) {
                MPVariable charge = solver.makeNumVar(0, battery.chargeKwh(), "");
                MPVariable discharge = solver.makeNumVar(0, battery.dischargeKwh(), "");
                MPVariable soc = solver.makeNumVar(0, battery.capacityKwh(), "");
                MPVariable drawn = solver.makeNumVar(0, site.importLimitKwh(), "");
                MPVariable fedIn = solver.makeNumVar(0, site.exportLimitKwh(), "");
                MPVariable drawnBeyond = solver.makeNumVar(0, infinity, "");
                MPVariable fedInBeyond = solver.makeNumVar(0, infinity, "");
                MPConstraint store = solver.makeConstraint(0, 0);
                store.setCoefficient(soc, 1);
                store.setCoefficient(before, -1);
                store.setCoefficient(charge, -battery.chargeEfficiency());
                store.setCoefficient(discharge, 1 / battery.dischargeEfficiency());
                MPConstraint balance = solver.makeConstraint(site.netLoadKwh()[t], site.netLoadKwh()[t]);
                balance.setCoefficient(drawn, 1);
                balance.setCoefficient(drawnBeyond, 1);
                balance.setCoefficient(fedIn, -1);
                balance.setCoefficient(fedInBeyond, -1);
                balance.setCoefficient(charge, -1);
                balance.setCoefficient(discharge, 1);
                objective.setCoefficient(charge, battery.wearPerKwh());
                objective.setCoefficient(discharge, battery.wearPerKwh());
                objective.setCoefficient(drawn, site.importPrice()[t]);
                objective.setCoefficient(fedIn, -site.exportPrice()[t]);
                objective.setCoefficient(drawnBeyond, site.importPrice()[t] + site.violationPrice());
                objective.setCoefficient(fedInBeyond, -site.exportPrice()[t] + site.violationPrice());
                before = soc;
            }
            addFinalState(solver, site, before);
            return solved(solver, objective);
        } finally {
            solver.delete();
        }
    }

    private static void addFinalState(MPSolver solver, SiteProblem site, MPVariable last) {
        MPVariable missing = solver.makeNumVar(0, MPSolver.infinity(), "");
        MPConstraint end = solver.makeConstraint(site.battery().finalMinKwh(), MPSolver.infinity());
        end.setCoefficient(last, 1);
        end.setCoefficient(missing, 1);
        solver.objective().setCoefficient(missing, site.violationPrice());
    }

    private static double solved(MPSolver solver, MPObjective objective) {
        objective.setMinimization();
        MPSolver.ResultStatus status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("The linear programme of a site must be solvable (%s).".formatted(status));
        }
        return objective.value();
    }
}
