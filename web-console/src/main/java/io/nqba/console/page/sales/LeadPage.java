package io.nqba.console.page.sales;

import io.nqba.console.audit.LastChange;
import io.nqba.console.page.Choice;
import io.nqba.console.page.Figures;
import io.nqba.console.page.sales.engagement.NextActionCard;
import io.nqba.console.sales.ActivityView;
import io.nqba.console.sales.LeadView;
import io.nqba.console.sales.LeadView.ReasonView;
import io.nqba.console.sales.LeadView.ScoreView;
import io.nqba.model.sales.LeadSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A lead with what was done with it.
 *
 * @param lead the lead
 * @param schema its features
 * @param names what agents and products are called
 * @param activities what was done, newest first
 * @param next what is worth most to do next
 * @param changed who changed it last; null when the audit knows of nobody
 * @param clear whether the reader sees persons
 * @param now when it is looked at
 */
record LeadPage(
        LeadView lead,
        LeadSchema schema,
        BookNames.Names names,
        List<ActivityView> activities,
        NextActionCard next,
        @Nullable LastChange changed,
        boolean clear,
        Instant now) {
    /** A figure or word about the lead. */
    record Fact(String label, String text) {}

    /**
     * A reason for the score.
     *
     * @param change what it adds to the log odds
     * @param from where its bar begins, of 200 with 100 in the middle
     * @param width length of its bar
     */
    record Reason(String text, String change, boolean better, String from, String width) {}

    public String href() {
        return LeadAddress.lead(lead.id());
    }

    public String title() {
        return LeadNames.of(lead);
    }

    public String summary() {
        String owner = LeadForm.text(lead.ownerRepId());
        return "%s, %s, came in %s"
                .formatted(
                        SalesWords.of(lead.status()),
                        owner.isEmpty() ? "nobody works on it" : "with " + names.rep(owner),
                        Figures.ago(lead.createdAt(), now));
    }

    public Choice statuses() {
        return Choice.of("status", "Status", "", SalesWords.statuses(), SalesWords.key(lead.status()));
    }

    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Name", lead.person().name());
        add(facts, "E-mail", lead.person().email());
        add(facts, "Phone", lead.person().phone());
        facts.add(new Fact("Expected if won", Figures.number(lead.amount(), 0) + "\u00a0$"));
        facts.add(new Fact("Work", Figures.number(lead.workHours(), 1) + "\u00a0h"));
        add(facts, "Product", lead.productId() == null ? null : names.product(lead.productId()));
        add(facts, "Territory", lead.territory());
        add(facts, "Language", lead.language());
        add(facts, "Source", lead.source());
        add(facts, "Campaign", lead.campaignId());
        facts.add(new Fact("Id", lead.id()));
        facts.addAll(changes(lead.revision(), changed, now));
        return facts;
    }

    /** Returns how often a row was changed, and by whom last as far as the audit knows. */
    static List<Fact> changes(long revision, @Nullable LastChange last, Instant now) {
        Fact number = new Fact("Revision", Long.toString(revision));
        return last == null
                ? List.of(number)
                : List.of(number, new Fact("Changed by hand", last.account() + ", " + Figures.ago(last.at(), now)));
    }

    private static void add(List<Fact> facts, String label, @Nullable String text) {
        if (text != null) {
            facts.add(new Fact(label, text));
        }
    }

    public @Nullable ScoreView score() {
        return lead.score();
    }

    /** Returns the score in one sentence. */
    public String verdict() {
        ScoreView score = lead.score();
        if (score == null) {
            return "";
        }
        return "Won with a chance of %s; expected %s\u00a0$."
                .formatted(
                        Figures.percent(score.probability()), Figures.number(score.probability() * lead.amount(), 0));
    }

    public String scoredAge() {
        ScoreView score = lead.score();
        return score == null ? "" : Figures.ago(score.scoredAt(), now);
    }

    public List<Reason> reasons() {
        ScoreView score = lead.score();
        if (score == null) {
            return List.of();
        }
        double most = score.reasons().stream()
                .mapToDouble(reason -> Math.abs(reason.contribution()))
                .max()
                .orElse(0);
        return score.reasons().stream().map(reason -> reason(reason, most)).toList();
    }

    private static Reason reason(ReasonView reason, double most) {
        double width = most > 0 ? 100 * Math.abs(reason.contribution()) / most : 0;
        boolean better = reason.contribution() >= 0;
        return new Reason(
                reason.text(),
                (better ? "+" : "") + Figures.number(reason.contribution(), 2),
                better,
                String.format(Locale.ROOT, "%.1f", better ? 100 : 100 - width),
                String.format(Locale.ROOT, "%.1f", width));
    }

    public List<Timeline.Entry> timeline() {
        return Timeline.entries(activities, names, now);
    }

    public List<Timeline.Task> tasks() {
        return Timeline.tasks(activities, names, now);
    }

    public Choice agents() {
        return Choice.of("byRepId", "By", "Nobody named", names.reps(), LeadForm.text(lead.ownerRepId()));
    }
}
