package io.nqba.bench;

import io.nqba.bench.BenchGrid.Measured;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.sales.AssignmentRequest;
import io.nqba.model.sales.AssignmentWork;

/** A million invented leads to a thousand agents, through the whole life of a run on a real grid. */
final class AssignmentFigures implements FigureGroup {
    private static final int LEADS = 1_000_000;
    /** For the leads, who gets them, and the indexes of both. */
    private static final int LEADS_REGION_MB = 4_096;

    private static final int FEWER = 100_000;

    @Override
    public String name() {
        return "assignment";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        bytesPerRound(figures);
        leads(context, figures);
    }

    private static void leads(BenchContext context, Figures figures) throws Exception {
        try (BenchGrid grid = new BenchGrid(1, LEADS_REGION_MB)) {
            AssignmentBook.loadLeads(grid.ignite(), LEADS);
            context.say("Loaded %,d leads for %,d agents.".formatted(LEADS, AssignmentBook.AGENTS));
            Measured run = grid.run(request().build());
            figures.add("assignment_1m_leads_1000_agents_s", run.millis() / 1e3, "s");
            figures.add("assignment_1m_leads_1000_agents_gap", run.run().gap(), "ratio");
            figures.add("assignment_1m_leads_1000_agents_value", run.run().value(), "USD");
            figures.add("assignment_1m_leads_1000_agents_bound", run.run().bound(), "USD");
            figures.add("assignment_1m_leads_1000_agents_rounds", run.run().rounds(), "");
            figures.add(
                    "assignment_1m_leads_1000_agents_bytes_per_round",
                    (double) grid.bytesPerRound(run.run().runId()),
                    "B");
            for (Baseline other : run.run().baselines()) {
                figures.add("assignment_1m_leads_1000_agents_" + other.name().replace('-', '_'), other.value(), "USD");
            }
            run.run().findings().forEach(context::say);
        }
    }

    private static void bytesPerRound(Figures figures) throws Exception {
        try (BenchGrid grid = new BenchGrid(3)) {
            AssignmentBook.loadLeads(grid.ignite(), FEWER);
            Measured run = grid.run(request().build());
            figures.add(
                    "assignment_bytes_per_round_3_nodes",
                    (double) grid.bytesPerRound(run.run().runId()),
                    "B");
            figures.add("assignment_100k_leads_1000_agents_gap", run.run().gap(), "ratio");
            figures.add("assignment_100k_leads_1000_agents_3_nodes_s", run.millis() / 1e3, "s");
        }
    }

    /** Invented leads, as good as they are worth it. */
    static AssignmentRequest.Builder request() {
        return AssignmentRequest.of(AssignmentWork.LEADS, AssignmentBook.NOW)
                .halfLifeDays(60)
                .stop(1e-3, 200, 120_000);
    }
}
