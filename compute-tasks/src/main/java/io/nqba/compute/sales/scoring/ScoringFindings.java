package io.nqba.compute.sales.scoring;

import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ModelState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A scoring model in sentences, the unwelcome ones included. */
final class ScoringFindings {
    /** A base rate that moved by more than this factor makes probabilities of the past worthless. */
    private static final double MUCH = 1.5;

    private final LeadScoringRequest request;
    private final LeadSchema schema;
    private final ScoringMemory memory;

    ScoringFindings(LeadScoringRequest request, LeadSchema schema, ScoringMemory memory) {
        this.request = request;
        this.schema = schema;
        this.memory = memory;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(text(
                "On the newest %.0f %% of the leads, which it had not seen, it puts a lead that was won above one that was lost %.1f times"
                        + " out of 100; a coin does so 50 times. Among the best tenth wins are %.1f times as frequent as among all.",
                100 * request.heldBack(), 100 * memory.figure("time_auc"), memory.figure("time_lift_10")));
        sentences.add(text(
                "On leads drawn by lot the same figure is %.1f. That one is the easier test: leads of the same days are on either side.",
                100 * memory.figure("random_auc")));
        sentences.add(sets());
        if (memory.look().leaking().length > 0) {
            sentences.add(
                    "%s %s the outcome: known only after the contact, so of no use for choosing whom to contact. %s"
                            .formatted(
                                    String.join(", ", memory.look().leaking()),
                                    memory.look().leaking().length == 1 ? "knows" : "know",
                                    used(memory.look().leaking())));
        }
        if (memory.look().shifting().length > 0) {
            sentences.add("%s %s changing with time: what they meant yesterday says little about tomorrow. %s"
                    .formatted(
                            String.join(", ", memory.look().shifting()),
                            memory.look().shifting().length == 1 ? "keeps" : "keep",
                            used(memory.look().shifting())));
        }
        drift(sentences);
        champion(sentences);
        sentences.add(proof());
        return sentences;
    }

    List<String> withUse(ModelState state, ScoredTally scored) {
        List<String> all = new ArrayList<>(sentences());
        if (state != ModelState.CHAMPION) {
            all.add(0, "The model is a challenger: it scores nothing until somebody promotes it.");
            return all;
        }
        all.add(0, "The model is champion: it scored %,d leads, %,d of them A.".formatted(scored.all(), scored.best()));
        return all;
    }

    private String sets() {
        Look look = memory.look();
        List<String> beside = Arrays.stream(look.usable())
                .filter(feature -> Arrays.stream(look.steady()).noneMatch(steady -> steady == feature))
                .mapToObj(feature -> schema.names()[feature])
                .toList();
        return beside.isEmpty()
                ? text("Both figures are of the same %d features.", look.steady().length)
                : text(
                        "The first figure is of the %d features that the model uses. The second one is of a model that may also use %s.",
                        look.steady().length, String.join(", ", beside));
    }

    private String used(String[] flagged) {
        String[] kept =
                Arrays.stream(flagged).filter(request.trusted()::contains).toArray(String[]::new);
        return kept.length == 0 ? "Not used." : "Used all the same, as asked: %s.".formatted(String.join(", ", kept));
    }

    private void drift(List<String> sentences) {
        double before = memory.figure("time_base_rate_before");
        double now = memory.figure("time_base_rate");
        if (now > MUCH * before || before > MUCH * now) {
            sentences.add(text(
                    "Alarm: of the older leads %.1f %% of %s were won, of the newest %.1f %%. Ranks still help, probabilities of the past do not.",
                    100 * before, schema.schemaId(), 100 * now));
        }
    }

    private void champion(List<String> sentences) {
        double champion = memory.figure("champion_time_auc");
        if (!Double.isNaN(champion)) {
            sentences.add(text(
                    "The champion reaches %.1f on the newest leads, which it may have learnt from; this model %.1f without having seen them.",
                    100 * champion, 100 * memory.figure("time_auc")));
        }
    }

    private String proof() {
        if (request.model() == ModelKind.BOOSTED_TREES) {
            return "There is no bound: nobody can prove that no other trees do better. The value is the log loss on the newest leads.";
        }
        return text(
                "Proven by duality: no coefficients on these features with this ridge fit the leads learnt from better than %.9g nats a lead;"
                        + " the model has %.9g. The proof is about those leads, not about new ones.",
                memory.figure("training_log_loss_bound"), memory.figure("training_log_loss"));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
