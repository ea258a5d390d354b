package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.Logistic;
import io.nqba.compute.optimisation.Inquiry;
import io.nqba.model.sales.Outcome;
import io.nqba.model.sales.ScoringModel;
import java.util.Arrays;
import org.apache.ignite.Ignite;

/** Asks how the leads that came in after a model was trained are spread. */
final class DriftInquiry implements Inquiry<PartitionLeads, DriftTally> {
    private final ScoringModel model;

    DriftInquiry(ScoringModel model) {
        this.model = model;
    }

    @Override
    public DriftTally nothing() {
        return new DriftTally(Arrays.stream(model.drift().edges())
                .mapToInt(edges -> edges.length + 2)
                .toArray());
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, DriftTally into) {
        long since = (long) model.card().figure("trained_until_millis");
        var raw = new RawModel(leads.schema(), model.kind(), model.parameters());
        double[][] edges = model.drift().edges();
        float[] columns = new float[raw.width()];
        leads.each(lead -> {
            if (lead.createdAtMillis() <= since) {
                return;
            }
            into.addLead(Logistic.probability(raw.margin(LeadScorer.floats(lead.values()), 0, columns)));
            if (lead.outcome() != Outcome.UNKNOWN) {
                into.addOutcome(lead.outcome() == Outcome.WON);
            }
            for (int j = 0; j < edges.length; j++) {
                into.addValue(j, bin(edges[j], (float) lead.value(j)));
            }
        });
    }

    /** Unknown values have the last bin. */
    private static int bin(double[] edges, float value) {
        if (Float.isNaN(value)) {
            return edges.length + 1;
        }
        int at = Arrays.binarySearch(edges, value);
        return at >= 0 ? at : -at - 1;
    }
}
