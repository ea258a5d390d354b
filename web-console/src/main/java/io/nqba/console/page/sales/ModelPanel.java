package io.nqba.console.page.sales;

import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.console.page.StatCard.Tone;
import io.nqba.model.sales.DriftReport;
import io.nqba.model.sales.ModelCard;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ModelState;
import io.nqba.model.sales.ModelWeights;
import io.nqba.model.sales.ScoringModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The card of a model on its page.
 *
 * @param model the model
 * @param weights what it goes by
 * @param drift what has moved since it was trained; null while that is still being counted
 * @param rival the model beside it: the champion, or the newest challenger of the champion; null for none
 */
record ModelPanel(
        ScoringModel model,
        ModelWeights weights,
        @Nullable DriftReport drift,
        @Nullable ScoringModel rival) {
    /** Stability index above which the world has changed for a feature. */
    private static final double MUCH = 0.25;

    private static final double SOME = 0.1;
    private static final int MOST_WEIGHTS = 30;
    private static final List<String> TENTHS = List.of("10", "20", "30", "40", "50", "60", "70", "80", "90");

    public ModelLine line() {
        return new ModelLine(model);
    }

    private double figure(String name) {
        return model.card().figure(name);
    }

    /** Returns the key figures: on the newest leads first, since that is how it will be used. */
    public List<StatCard> stats() {
        return List.of(
                StatCard.plain("AUC, newest leads", three(figure("time_auc")), "split by time: it had not seen them"),
                StatCard.plain("AUC, by lot", three(figure("random_auc")), "the easier test"),
                StatCard.plain(
                        "Lift of the best tenth",
                        Figures.number(figure("time_lift_10"), 2),
                        "times as many wins, newest leads"),
                StatCard.plain("Brier score", three(figure("time_brier")), "newest leads; 0 is perfect"),
                base());
    }

    private StatCard base() {
        double before = figure("time_base_rate_before");
        double now = figure("time_base_rate");
        boolean moved = now > 1.5 * before || before > 1.5 * now;
        return StatCard.of(
                "Won, newest leads",
                Figures.percent(now),
                Figures.percent(before) + " before",
                moved ? Tone.BAD : Tone.PLAIN);
    }

    /**
     * A measure on each split, and of the model beside it.
     *
     * @param rival the same of the other model on the newest leads
     */
    public record Measure(String name, String newest, String lot, String rival) {}

    public List<Measure> measures() {
        List<Measure> rows = new ArrayList<>();
        rows.add(measure("AUC", "auc", 3));
        rows.add(measure("Lift of the best 10 %", "lift_10", 2));
        rows.add(measure("Lift of the best 20 %", "lift_20", 2));
        rows.add(measure("Lift of the best 50 %", "lift_50", 2));
        rows.add(measure("Brier score", "brier", 4));
        rows.add(measure("Log loss (nats)", "log_loss", 4));
        rows.add(measure("Leads judged", "leads", 0));
        return rows;
    }

    private Measure measure(String name, String key, int decimals) {
        return new Measure(
                name,
                Figures.number(figure("time_" + key), decimals),
                Figures.number(figure("random_" + key), decimals),
                rival == null ? "" : Figures.number(rival.card().figure("time_" + key), decimals));
    }

    /** Returns the name of the column of the other model. */
    public String rivalTitle() {
        if (rival == null) {
            return "";
        }
        return rival.state() == ModelState.CHAMPION ? "Champion, newest" : "Challenger, newest";
    }

    /** Returns what the comparison says; empty without a model beside it. */
    public String verdict() {
        if (rival == null) {
            return "";
        }
        boolean champion = rival.state() == ModelState.CHAMPION;
        ScoringModel old = champion ? rival : model;
        ScoringModel fresh = champion ? model : rival;
        double difference = 100 * (fresh.card().figure("time_auc") - old.card().figure("time_auc"));
        String side = Math.abs(difference) < 0.05
                ? "as often as the champion"
                : String.format(
                        Locale.ENGLISH,
                        "%.1f times out of 100 %s often than the champion",
                        Math.abs(difference),
                        difference > 0 ? "more" : "less");
        String sameLeads = old.trainedRows() == fresh.trainedRows()
                ? "Both were judged on leads that they had not seen."
                : "They were judged on different newest leads, so compare with care.";
        return "On the newest leads the challenger puts a lead that was won above one that was lost " + side + ". "
                + sameLeads;
    }

    public String rivalHref() {
        return rival == null ? "" : ScoringPage.href("model", rival.modelId());
    }

    public boolean promotable() {
        return model.state() != ModelState.CHAMPION;
    }

    public List<String> findings() {
        return List.of(model.card().findings());
    }

    public ChartCard gain() {
        double[] x = new double[TENTHS.size() + 2];
        x[x.length - 1] = 100;
        IntStream.range(0, TENTHS.size()).forEach(k -> x[k + 1] = Double.parseDouble(TENTHS.get(k)));
        double best = 100 * gains("time")[2];
        return new ChartCard(
                "gain",
                "Wins found by calling the best first",
                Double.isNaN(best)
                        ? "This model has too few figures for a curve."
                        : String.format(
                                Locale.ENGLISH,
                                "The best fifth of the newest leads holds %.0f %% of the wins; picked blindly it would hold 20 %%.",
                                best),
                "Leads called, best first (%)",
                "Wins found (%)",
                "",
                "",
                x,
                List.of(
                        new Series("Newest leads", "%", "after", Kind.LINE, false, false, percent(gains("time"))),
                        new Series("By lot", "%", "price", Kind.LINE, true, false, percent(gains("random"))),
                        new Series("Picked blindly", "%", "before", Kind.LINE, true, false, x)),
                List.of(),
                "",
                Scale.ZERO);
    }

    private double[] gains(String split) {
        double[] gains = new double[TENTHS.size() + 2];
        gains[gains.length - 1] = 1;
        for (int k = 0; k < TENTHS.size(); k++) {
            gains[k + 1] = figure(split + "_gain_" + TENTHS.get(k));
        }
        return gains;
    }

    public ChartCard calibration() {
        ModelCard card = model.card();
        double[] predicted = percent(card.calibrationPredicted());
        Integer[] order = IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> predicted[k]))
                .toArray(Integer[]::new);
        double[] observed = percent(card.calibrationObserved());
        double[] x = IntStream.range(0, order.length)
                .mapToDouble(k -> predicted[order[k]])
                .toArray();
        double[] y = IntStream.range(0, order.length)
                .mapToDouble(k -> observed[order[k]])
                .toArray();
        return new ChartCard(
                "calibration",
                "What was promised, what came true",
                calibrationAnswer(x, y),
                "Score before calibration (%)",
                "Won (%)",
                "",
                "",
                x,
                x.length == 0
                        ? List.of()
                        : List.of(
                                new Series("Newest leads", "%", "after", Kind.LINE, false, false, y),
                                new Series("As promised", "%", "before", Kind.LINE, true, false, x)),
                List.of(),
                "",
                Scale.ZERO);
    }

    private static String calibrationAnswer(double[] promised, double[] won) {
        if (promised.length == 0) {
            return "There is no curve yet.";
        }
        int last = promised.length - 1;
        return String.format(
                Locale.ENGLISH,
                "Of the tenth with the highest scores %.0f %% were promised and %.0f %% were won.",
                promised[last],
                won[last]);
    }

    private static double[] percent(double[] shares) {
        double[] percent = shares.clone();
        for (int k = 0; k < percent.length; k++) {
            percent[k] *= 100;
        }
        return percent;
    }

    /**
     * What the model goes by.
     *
     * @param width length of its bar, of 1,000
     * @param odds by how much it multiplies the odds; empty for trees
     */
    public record WeightRow(String name, String figure, String width, String odds) {}

    public boolean trees() {
        return model.kind() == ModelKind.BOOSTED_TREES;
    }

    public List<WeightRow> weightRows() {
        double heaviest = IntStream.range(0, weights.size())
                .mapToDouble(k -> Math.abs(weights.weight(k)))
                .max()
                .orElse(1);
        return IntStream.range(0, Math.min(MOST_WEIGHTS, weights.size()))
                .mapToObj(k -> weightRow(k, heaviest))
                .toList();
    }

    private WeightRow weightRow(int place, double heaviest) {
        double weight = weights.weight(place);
        String word = weights.word(place);
        String name = weights.feature(place).replace('_', ' ') + (word.isEmpty() ? "" : ": " + word);
        String width = String.format(Locale.ROOT, "%.0f", 1000 * Math.abs(weight) / Math.max(heaviest, 1e-12));
        if (trees()) {
            return new WeightRow(name, Figures.percent(weight), width, "");
        }
        return new WeightRow(name, Figures.number(weight, 3), width, Figures.number(Math.exp(weight), 2));
    }

    /** How far one feature has moved. */
    public record ShiftRow(String name, String index, String word, String stateClass) {}

    public List<ShiftRow> shifts() {
        if (drift == null || drift.leads() == 0) {
            return List.of();
        }
        String[] features = drift.features();
        double[] shift = drift.featureShift();
        return IntStream.range(0, features.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -shift[k]))
                .map(k -> new ShiftRow(
                        features[k].replace('_', ' '),
                        Figures.number(shift[k], 3),
                        shift[k] > MUCH ? "Moved" : shift[k] > SOME ? "Moving" : "Steady",
                        shift[k] > MUCH ? "failed" : shift[k] > SOME ? "cancelled" : "succeeded"))
                .toList();
    }

    public boolean driftKnown() {
        return drift != null;
    }

    public List<String> alarms() {
        return drift == null ? List.of() : List.of(drift.alarms());
    }

    /** Returns what has moved in one sentence. */
    public String driftWords() {
        if (drift == null) {
            return "Counting takes longer than this page waits; GET /api/v1/sigma/models/" + model.modelId()
                    + " tells it.";
        }
        if (drift.leads() == 0) {
            return "No lead came in since it was trained: there is nothing to compare.";
        }
        String outcomes = drift.outcomes() == 0
                ? "none of them has an outcome yet"
                : "of %s with an outcome %s were won, in training %s"
                        .formatted(
                                Figures.count(drift.outcomes()),
                                Figures.percent(drift.baseRateNow()),
                                Figures.percent(drift.baseRateThen()));
        return "%s leads came in since it was trained; %s.".formatted(Figures.count(drift.leads()), outcomes);
    }

    private static String three(double figure) {
        return Figures.number(figure, 3);
    }
}
