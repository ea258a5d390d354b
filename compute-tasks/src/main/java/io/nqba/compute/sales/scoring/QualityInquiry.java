package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.Logistic;
import io.nqba.compute.optimisation.Inquiry;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ModelParameters;
import org.apache.ignite.Ignite;

/** Asks how the scores of a model come true on some of the leads. */
final class QualityInquiry implements Inquiry<PartitionLeads, QualityTally> {
    private final Share share;
    private final ModelKind kind;
    private final ModelParameters parameters;

    QualityInquiry(Share share, ModelKind kind, ModelParameters parameters) {
        this.share = share;
        this.kind = kind;
        this.parameters = parameters;
    }

    @Override
    public QualityTally nothing() {
        return new QualityTally();
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, QualityTally into) {
        RawModel model = new RawModel(leads.schema(), kind, parameters);
        KnownLeads known = leads.known();
        float[] columns = new float[model.width()];
        for (int row = 0; row < known.rows(); row++) {
            if (known.taken(share, row)) {
                boolean won = known.all().outcomes()[row];
                double margin = model.margin(
                        known.all().features(), row * leads.schema().width(), columns);
                into.add(Logistic.probability(margin), Logistic.loss(margin, won), won);
            }
        }
    }
}
