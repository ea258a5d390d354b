package io.nqba.bench;

import io.nqba.bench.BenchGrid.Measured;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.sales.AssignmentRequest;
import io.nqba.model.sales.AssignmentWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The open deals of the real book to their agents, through the whole life of a run on a real grid. */
final class DealAssignmentFigures implements FigureGroup {
    /** Proven by a linear programme outside this project. */
    private static final double PROVEN_OPTIMUM = 3_603_785.04;

    private static final int TRIES = 7;

    @Override
    public String name() {
        return "assignment-deals";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        if (context.data().isEmpty()) {
            return;
        }
        try (BenchGrid grid = new BenchGrid(1)) {
            List<String> agents =
                    AssignmentBook.loadDeals(grid.ignite(), context.data().get().resolve("sigma/crm"));
            AssignmentRequest request = AssignmentRequest.of(AssignmentWork.DEALS, AssignmentBook.NOW)
                    .agents(agents)
                    .hoursPerAgent(AssignmentBook.CAPACITY)
                    .marginCounts(false)
                    .stop(1e-9, 200, 60_000)
                    .build();
            Measured cold = checked(grid.run(request));
            List<Measured> warm = new ArrayList<>();
            for (int i = 0; i < TRIES; i++) {
                warm.add(checked(grid.run(request)));
            }
            warm.sort(Comparator.comparingDouble(Measured::millis));
            Measured usual = warm.get(TRIES / 2);
            figures.add("crm_assignment_value", usual.run().value(), "USD");
            figures.add("crm_assignment_gap", usual.run().gap(), "ratio");
            figures.add("crm_assignment_cold_ms", cold.millis(), "ms");
            figures.add("crm_assignment_ms", usual.millis(), "ms");
            figures.add("crm_assignment_slowest_ms", warm.get(TRIES - 1).millis(), "ms");
            figures.add("crm_assignment_rounds", usual.run().rounds(), "");
            for (Baseline other : usual.run().baselines()) {
                figures.add("crm_assignment_" + other.name().replace('-', '_'), other.value(), "USD");
            }
            usual.run().findings().forEach(context::say);
        }
    }

    private static Measured checked(Measured measured) {
        double value = measured.run().value();
        if (Math.abs(value - PROVEN_OPTIMUM) > 0.005) {
            throw new IllegalStateException("A run gave %s, not %s.".formatted(value, PROVEN_OPTIMUM));
        }
        return measured;
    }
}
