package io.nqba.console.page.sales;

import io.nqba.console.page.optimisation.RunRow;
import io.nqba.model.sales.ModelState;
import io.nqba.model.sales.ScoringModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Scoring models and one of them in full.
 *
 * @param models models, newest first
 * @param schemaIds schemas that leads have
 * @param runs trainings and rescorings, newest first
 * @param panel the chosen model; null while there is none
 * @param follow a run that goes on and is shown; null for none
 * @param view what stands above the models: empty, {@code train} or {@code promote}
 */
record ScoringPage(
        List<ScoringModel> models,
        List<String> schemaIds,
        List<RunRow> runs,
        @Nullable ModelPanel panel,
        @Nullable RunRow follow,
        String view) {
    static final String PATH = "/sigma/scoring";
    static final String TRAIN = "train";
    static final String PROMOTE = "promote";

    ScoringPage with(@Nullable ModelPanel chosen) {
        return new ScoringPage(models, schemaIds, runs, chosen, follow, view);
    }

    ScoringPage viewed(String wanted) {
        return new ScoringPage(models, schemaIds, runs, panel, follow, wanted);
    }

    static String href(String name, String value) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam(name, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUriString();
    }

    public boolean training() {
        return view.equals(TRAIN);
    }

    public boolean promoting() {
        return view.equals(PROMOTE) && panel != null && panel.promotable();
    }

    public List<ModelLine> lines() {
        return models.stream().map(ModelLine::new).toList();
    }

    public boolean chosen(ModelLine line) {
        return panel != null && panel.model().modelId().equals(line.id());
    }

    public String trainHref() {
        String schemaId = panel == null ? "" : panel.model().schemaId();
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("view", TRAIN)
                .queryParam("schema", "{schema}")
                .encode()
                .buildAndExpand(schemaId)
                .toUriString();
    }

    public String promoteHref() {
        return panel == null ? "" : href("model", panel.model().modelId()) + "&view=" + PROMOTE;
    }

    /** Returns the address of the page without a form. */
    public String backHref() {
        return panel == null ? PATH : href("model", panel.model().modelId());
    }

    /** Returns the model that a promotion would retire. */
    public String champion() {
        return panel == null
                ? ""
                : champion(panel.model().schemaId())
                        .map(model -> TrainForm.kindWords(model.kind()))
                        .orElse("");
    }

    Optional<ScoringModel> champion(String schemaId) {
        return models.stream()
                .filter(model -> model.schemaId().equals(schemaId) && model.state() == ModelState.CHAMPION)
                .findFirst();
    }

    /** Returns the model to compare another one with: the champion, or for the champion its newest challenger. */
    Optional<ScoringModel> beside(ScoringModel model) {
        if (model.state() != ModelState.CHAMPION) {
            return champion(model.schemaId());
        }
        return models.stream()
                .filter(other -> other.schemaId().equals(model.schemaId()) && other.state() == ModelState.CHALLENGER)
                .max(Comparator.comparingLong(ScoringModel::trainedAtMillis));
    }
}
