package io.nqba.console.page.sales;

import io.nqba.console.page.Figures;
import io.nqba.model.sales.ScoringModel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** A scoring model in a table. */
public record ModelLine(ScoringModel model) {
    public String id() {
        return model.modelId();
    }

    public String kind() {
        return TrainForm.kindWords(model.kind());
    }

    public String schema() {
        return model.schemaId();
    }

    public String stateWord() {
        return model.state().name().charAt(0)
                + model.state().name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Returns the colour of the state: in use, waiting, done with. */
    public String stateClass() {
        return switch (model.state()) {
            case CHAMPION -> "succeeded";
            case CHALLENGER -> "queued";
            case RETIRED -> "cancelled";
        };
    }

    public String trainedBy() {
        return model.trainedBy();
    }

    public String trainedAt() {
        return Instant.ofEpochMilli(model.trainedAtMillis()).toString();
    }

    /** Returns the time it was trained; not its age, whose growing text would move the table. */
    public String trained() {
        return Figures.shortMoment(Instant.ofEpochMilli(model.trainedAtMillis()), ZoneOffset.UTC);
    }

    public String leads() {
        return Figures.count(model.trainedRows());
    }

    /** Returns a figure of the card with three decimals; a dash when it was not measured. */
    public String area(String name) {
        return Figures.number(model.card().figure(name), 3);
    }

    public String lift(String name) {
        return Figures.number(model.card().figure(name), 2);
    }

    public String href() {
        return ScoringPage.href("model", id());
    }
}
