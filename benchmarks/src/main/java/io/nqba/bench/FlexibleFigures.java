package io.nqba.bench;

import io.nqba.bench.EmhassDay.Objective;
import io.nqba.compute.kernel.flexible.FlexibleSolver;
import io.nqba.compute.kernel.flexible.WholeAnswer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * EMHASS's published days against ours, on each of its three objectives. Before a day counts, EMHASS's own schedule must give EMHASS's
 * own objective under our reading of the model, and our schedule must pass a check that shares no code with the solver.
 */
final class FlexibleFigures implements FigureGroup {
    /** Rounding of a sum of 48 products; the published columns carry six digits more than this. */
    private static final double ROUNDING = 1e-9;

    /** The published grid powers are rounded to 0.0001 W or so, which a day's column of money inherits. */
    private static final double SAME_MODEL = 2e-7;

    @Override
    public String name() {
        return "flexible";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws IOException {
        if (context.data().isEmpty()) {
            context.say("EMHASS's days are left out: no data folder.");
            return;
        }
        boolean[] better = new boolean[EmhassDay.DAYS];
        Arrays.fill(better, true);
        for (Objective objective : Objective.values()) {
            List<EmhassDay> days = EmhassDay.read(context.data().get(), objective);
            String prefix = "emhass_" + objective.name().toLowerCase(Locale.ROOT);
            int notWorse = 0;
            for (int day = 0; day < days.size(); day++) {
                boolean won = measure(days.get(day), prefix + "_day" + (day + 1), figures);
                better[day] &= won;
                notWorse += won ? 1 : 0;
            }
            figures.add(prefix + "_days_not_worse", notWorse, "of 8");
        }
        int all = 0;
        for (boolean each : better) {
            all += each ? 1 : 0;
        }
        figures.add("emhass_days_not_worse", all, "of 8");
    }

    /** Writes what was published and what is ours, as they were optimised; returns whether ours is not worse. */
    private static boolean measure(EmhassDay day, String metric, Figures figures) {
        double reported = day.reported(day.published());
        if (Math.abs(reported - day.publishedObjective()) > SAME_MODEL || !day.isFeasible(day.published())) {
            throw new IllegalStateException("%s: the published schedule costs %s by our model, %s by the file."
                    .formatted(metric, reported, day.publishedObjective()));
        }
        WholeAnswer answer = new FlexibleSolver().alone(day.site(), null);
        double[][] watts = EmhassDay.watts(answer.plans());
        if (!day.isFeasible(watts)) {
            throw new IllegalStateException(metric + ": our schedule breaks a rule of the model.");
        }
        double published = day.optimised(day.published());
        double ours = day.optimised(watts);
        figures.add(metric + "_published", published, "cost");
        figures.add(metric + "_ours", ours, "cost");
        figures.add(metric + "_bound", answer.bound(), "cost");
        return ours <= published + ROUNDING * Math.max(1, Math.abs(published));
    }
}
