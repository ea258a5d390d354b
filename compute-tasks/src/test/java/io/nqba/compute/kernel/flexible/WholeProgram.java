package io.nqba.compute.kernel.flexible;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SiteProblem;
import java.util.ArrayList;
import java.util.List;

/** The slow reference: sites with flexible loads and their shared limits as one mixed-integer programme, solved by SCIP. */
final class WholeProgram {
    private static final double MUCH = 1e4;

    static {
        Loader.loadNativeLibraries();
    }

    private final MPSolver solver = MPSolver.createSolver("SCIP");
    private final List<MPConstraint> peaks = new ArrayList<>();

    private WholeProgram(int rows) {
        for (int t = 0; t < rows; t++) {
            peaks.add(solver.makeConstraint(-MPSolver.infinity(), 0));
        }
        solver.objective().setMinimization();
    }

    /** Minimum of cost + penalised violation + Σ price · net of one site. */
    static double siteMinimum(FlexibleSite site, double[] price) {
        var program = new WholeProgram(site.problem().slots());
        program.real(-MUCH, MUCH, 0, program.peaks, -1);
        program.peaks.forEach(peak -> peak.setBounds(-MPSolver.infinity(), MPSolver.infinity()));
        program.add(site, price);
        return program.minimum();
    }

    /** Minimum of a district without caps. */
    static double districtMinimum(List<FlexibleSite> sites, SharedLimits limits) {
        var program = new WholeProgram(limits.rows());
        sites.forEach(site -> program.add(site, new double[limits.rows()]));
        program.real(0, MUCH, limits.peakCharge(), program.peaks, -1);
        return program.minimum();
    }

    private double minimum() {
        var parameters = new MPSolverParameters();
        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        MPSolver.ResultStatus status = solver.solve(parameters);
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("The reference must be solvable (%s).".formatted(status));
        }
        double value = solver.objective().value();
        solver.delete();
        return value;
    }

    private MPVariable real(double lower, double upper, double weight) {
        MPVariable variable = solver.makeNumVar(lower, Math.min(upper, MUCH), "");
        solver.objective().setCoefficient(variable, weight);
        return variable;
    }

    private void real(double lower, double upper, double weight, List<MPConstraint> rows, double coefficient) {
        MPVariable variable = real(lower, upper, weight);
        rows.forEach(row -> row.setCoefficient(variable, coefficient));
    }

    private void add(FlexibleSite flexible, double[] price) {
        SiteProblem site = flexible.problem();
        Battery battery = site.battery();
        var balances = new ArrayList<MPConstraint>();
        MPVariable before = real(battery.initialKwh(), battery.initialKwh(), 0);
        for (int t = 0; t < site.slots(); t++) {
            double imported = site.importPrice()[t] + price[t];
            double exported = site.exportPrice()[t] + price[t];
            MPConstraint balance = solver.makeConstraint(site.netLoadKwh()[t], site.netLoadKwh()[t]);
            List<MPConstraint> exchange = List.of(balance, peaks.get(t));
            real(0, site.importLimitKwh(), imported, exchange, 1);
            real(0, MUCH, imported + site.violationPrice(), exchange, 1);
            real(0, site.exportLimitKwh(), -exported, exchange, -1);
            real(0, MUCH, -exported + site.violationPrice(), exchange, -1);
            before = addBattery(battery, balance, before);
            balances.add(balance);
        }
        MPConstraint end = solver.makeConstraint(battery.finalMinKwh(), MPSolver.infinity());
        end.setCoefficient(before, 1);
        real(0, MUCH, site.violationPrice(), List.of(end), 1);
        flexible.loads().forEach(load -> add(load, balances));
    }

    private MPVariable addBattery(Battery battery, MPConstraint balance, MPVariable before) {
        MPVariable charge = real(0, battery.chargeKwh(), battery.wearPerKwh());
        MPVariable discharge = real(0, battery.dischargeKwh(), battery.wearPerKwh());
        MPVariable soc = real(0, battery.capacityKwh(), 0);
        balance.setCoefficient(charge, -1);
        balance.setCoefficient(discharge, 1);
        MPConstraint store = solver.makeConstraint(0, 0);
        store.setCoefficient(soc, 1);
        store.setCoefficient(before, -1);
        store.setCoefficient(charge, -battery.chargeEfficiency());
        store.setCoefficient(discharge, 1 / battery.dischargeEfficiency());
        return soc;
    }

    private void add(FlexibleLoad load, List<MPConstraint> balances) {
        if (load instanceof ChargingSession car) {
            add(car, balances);
            return;
        }
        MPConstraint sum = solver.makeConstraint(load.chosen(), load.chosen());
        for (int o = 0; o < load.options(); o++) {
            MPVariable on = solver.makeBoolVar("");
            sum.setCoefficient(on, 1);
            for (int t = load.firstSlot() + o; t < load.firstSlot() + o + load.optionSlots(); t++) {
                balances.get(t).setCoefficient(on, -load.optionKwh());
            }
        }
    }

    private void add(ChargingSession car, List<MPConstraint> balances) {
        MPConstraint sum = solver.makeConstraint(car.energyKwh(), car.energyKwh());
        for (int t = car.firstSlot(); t < car.endSlot(); t++) {
            MPVariable on = solver.makeBoolVar("");
            MPVariable kwh = real(0, car.mostKwh(), 0);
            MPConstraint most = solver.makeConstraint(-MPSolver.infinity(), 0);
            most.setCoefficient(kwh, 1);
            most.setCoefficient(on, -car.mostKwh());
            MPConstraint least = solver.makeConstraint(0, MPSolver.infinity());
            least.setCoefficient(kwh, 1);
            least.setCoefficient(on, -car.leastKwh());
            sum.setCoefficient(kwh, 1);
            balances.get(t).setCoefficient(kwh, -1);
        }
    }
}
