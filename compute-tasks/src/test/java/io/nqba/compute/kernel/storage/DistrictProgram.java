package io.nqba.compute.kernel.storage;

import io.nqba.compute.kernel.coordination.SharedLimits;
import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The slow reference: sites and their shared limits written out as one linear programme. */
public final class DistrictProgram {
    private static final int BOTH_WAYS = -1;

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Expression> usages = new ArrayList<>();
    private final List<Expression> cappedUsages = new ArrayList<>();
    private final double[] fixedUsage;
    private final int modes;

    private DistrictProgram(int rows, int modes) {
        this.modes = modes;
        fixedUsage = new double[rows];
        for (int t = 0; t < rows; t++) {
            usages.add(model.newExpression("usage" + t));
            cappedUsages.add(model.newExpression("capped" + t));
        }
    }

    /** Minimum of cost + penalised violation + Σ price · net of one site; charging and discharging at once is allowed. */
    public static double siteMinimum(SiteProblem site, double[] price) {
        DistrictProgram program = new DistrictProgram(site.slots(), BOTH_WAYS);
        double constant = program.add(site, price);
        return constant + program.minimum();
    }

    /** The same where charging and discharging in one slot is forbidden: the best over every choice of one of them per slot. */
    public static double honestSiteMinimum(SiteProblem site) {
        double best = Double.POSITIVE_INFINITY;
        for (int modes = 0; modes < 1 << site.slots(); modes++) {
            DistrictProgram program = new DistrictProgram(site.slots(), modes);
            best = Math.min(best, program.add(site, new double[site.slots()]) + program.minimum());
        }
        return best;
    }

    /** Minimum of a whole district. */
    public static double districtMinimum(List<SiteProblem> sites, SharedLimits limits) {
        int rows = limits.rows();
        DistrictProgram program = new DistrictProgram(rows, BOTH_WAYS);
        double constant = 0;
        for (SiteProblem site : sites) {
            constant += program.add(site, new double[rows]);
        }
        Variable peak = program.variable(0, Double.POSITIVE_INFINITY, limits.peakCharge());
        double[] cap = limits.cap();
        for (int t = 0; t < rows; t++) {
            Expression below = program.usages.get(t);
            Expression capped = program.cappedUsages.get(t);
            below.set(peak, -1).upper(-program.fixedUsage[t]);
            if (cap[t] < Double.POSITIVE_INFINITY) {
                Variable over = program.variable(0, Double.POSITIVE_INFINITY, limits.capPenalty());
                capped.set(over, -1).upper(cap[t] - program.fixedUsage[t]);
            }
        }
        return constant + program.minimum();
    }

    private Variable variable(double lower, double upper, double weight) {
        Variable variable =
                model.newVariable("v" + model.countVariables()).lower(lower).weight(weight);
        return upper < Double.POSITIVE_INFINITY ? variable.upper(upper) : variable;
    }

    private double add(SiteProblem site, double[] price) {
        Battery battery = site.battery();
        double constant = 0;
        Variable before = variable(battery.initialKwh(), battery.initialKwh(), 0);
        for (int t = 0; t < site.slots(); t++) {
            double net = site.netLoadKwh()[t];
            double mostCharge = modes == BOTH_WAYS || (modes >> t & 1) == 1 ? battery.chargeKwh() : 0;
            double mostDischarge = modes == BOTH_WAYS || (modes >> t & 1) == 0 ? battery.dischargeKwh() : 0;
            // Import is priced as net draw plus what is fed in, which leaves no weight negative but those of bounded
            // variables.
            double imported = site.importPrice()[t];
            double spread = imported - site.exportPrice()[t];
            Variable charge = variable(0, mostCharge, battery.wearPerKwh() + price[t] + imported);
            Variable discharge = variable(0, mostDischarge, battery.wearPerKwh() - price[t] - imported);
            Variable soc = variable(0, battery.capacityKwh(), 0);
            Variable drawn = variable(0, site.importLimitKwh(), 0);
            Variable fedIn = variable(0, site.exportLimitKwh(), spread);
            Variable drawnBeyond = variable(0, Double.POSITIVE_INFINITY, site.violationPrice());
            Variable fedInBeyond = variable(0, Double.POSITIVE_INFINITY, site.violationPrice() + spread);
            constant += (price[t] + imported) * net;
            fixedUsage[t] += net;
            usages.get(t).set(charge, 1).set(discharge, -1);
            cappedUsages.get(t).set(charge, 1).set(discharge, -1);
            model.newExpression("store" + model.countExpressions())
                    .set(soc, 1)
                    .set(before, -1)
                    .set(charge, -battery.chargeEfficiency())
                    .set(discharge, 1 / battery.dischargeEfficiency())
                    .level(0);
            model.newExpression("balance" + model.countExpressions())
                    .set(drawn, 1)
                    .set(drawnBeyond, 1)
                    .set(fedIn, -1)
                    .set(fedInBeyond, -1)
                    .set(charge, -1)
                    .set(discharge, 1)
                    .level(net);
            before = soc;
        }
        Variable missing = variable(0, Double.POSITIVE_INFINITY, site.violationPrice());
        model.newExpression("end" + model.countExpressions())
                .set(before, 1)
                .set(missing, 1)
                .lower(battery.finalMinKwh());
        return constant;
    }

    private double minimum() {
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("The reference must be solvable (%s).".formatted(result.getState()));
        }
        return result.getValue();
    }
}
