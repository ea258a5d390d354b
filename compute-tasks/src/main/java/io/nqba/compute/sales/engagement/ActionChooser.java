package io.nqba.compute.sales.engagement;

import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.engagement.ActionKind;
import io.nqba.model.sales.engagement.ActionOption;
import io.nqba.model.sales.engagement.NextAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Chooses what to do with a lead next by expected value: change of the chance × amount × margin − hours × price of an hour. Giving up is
 * worth the hours that the lead still needs, less what it was expected to bring.
 */
final class ActionChooser {
    /** So soon after a contact nothing new is known. */
    private static final double LEAST_SILENT_DAYS = 2;

    private static final double CALL_HOURS = 0.5;
    private static final double EMAIL_HOURS = 0.1;
    private static final double MEETING_HOURS = 1.5;
    private static final double TASK_HOURS = 0.5;

    private final ActionHistory history;
    private final LeadState lead;

    /**
     * What is known of a lead.
     *
     * @param probability that it is won, 0..1; NaN when it was never scored
     * @param worth amount × margin, currency of the book
     * @param workHours hours that the lead needs in all
     * @param hourPrice worth of an hour of its agent; 0 when nothing has priced it
     * @param priced whether an assignment has priced hours
     * @param mayEmail what speaks against an e-mail; empty for nothing
     * @param mayCall what speaks against a call; empty for nothing
     */
    record LeadState(
            String leadId,
            boolean closed,
            double probability,
            double worth,
            double workHours,
            double hourPrice,
            boolean priced,
            double silentDays,
            boolean openTask,
            String mayEmail,
            String mayCall) {}

    ActionChooser(ActionHistory history, LeadState lead) {
        this.history = history;
        this.lead = lead;
    }

    NextAction choose() {
        double chance = Double.isNaN(lead.probability()) ? history.baseRate() : lead.probability();
        List<ActionOption> options = new ArrayList<>();
        options.add(option(ActionKind.CALL, ActivityKind.CALL, CALL_HOURS, chance, first(tooSoon(), lead.mayCall())));
        options.add(
                option(ActionKind.EMAIL, ActivityKind.EMAIL, EMAIL_HOURS, chance, first(tooSoon(), lead.mayEmail())));
        options.add(option(ActionKind.MEETING, ActivityKind.MEETING, MEETING_HOURS, chance, tooSoon()));
        options.add(option(
                ActionKind.TASK, ActivityKind.TASK, TASK_HOURS, chance, lead.openTask() ? "" : "No task is open."));
        options.add(new ActionOption(
                ActionKind.WAIT,
                true,
                0,
                0,
                0,
                0,
                0,
                "Costs nothing and brings nothing beyond what is expected anyway."));
        options.add(giveUp(chance));
        options.sort(Comparator.comparing(ActionOption::possible)
                .thenComparingDouble(ActionOption::value)
                .reversed());
        return new NextAction(lead.leadId(), options.toArray(ActionOption[]::new), chance, lead.hourPrice(), basis());
    }

    private ActionOption option(ActionKind kind, ActivityKind activity, double hours, double chance, String obstacle) {
        ActionEffect effect = history.effects().getOrDefault(activity, ActionEffect.of(new long[0][][]));
        double cost = hours * lead.hourPrice();
        double change = within(effect.mean(), chance);
        String why = lead.closed() ? "The lead is closed." : obstacle;
        return new ActionOption(
                kind,
                why.isEmpty(),
                change * lead.worth() - cost,
                within(effect.low(), chance) * lead.worth() - cost,
                within(effect.high(), chance) * lead.worth() - cost,
                change,
                hours,
                why.isEmpty() ? reason(effect, hours) : why);
    }

    /** A chance stays between 0 and 1. */
    private static double within(double change, double chance) {
        return Math.max(-chance, Math.min(1 - chance, change));
    }

    private String reason(ActionEffect effect, double hours) {
        String cost = lead.priced()
                ? "%.1f h cost %.2f\u00a0$.".formatted(hours, hours * lead.hourPrice())
                : "%.1f h, not priced.".formatted(hours);
        if (effect.with() == 0) {
            return "No closed lead had this, so its worth is not known. " + cost;
        }
        return String.format(
                Locale.ENGLISH,
                "%,d closed leads had this: won %+.1f points more often than others of their grade (%+.1f to %+.1f)%s. %s",
                effect.with(),
                100 * effect.mean(),
                100 * effect.low(),
                100 * effect.high(),
                effect.isSignal() ? "" : ", which may be chance",
                cost);
    }

    private ActionOption giveUp(double chance) {
        double given = chance * lead.worth();
        double saved = lead.workHours() * lead.hourPrice();
        String reason = lead.priced()
                ? String.format(
                        Locale.ENGLISH,
                        "Frees %.1f h worth %.2f\u00a0$ and gives up %.2f\u00a0$ expected.",
                        lead.workHours(),
                        saved,
                        given)
                : "Nothing has priced hours yet, so what it frees is not known.";
        boolean possible = !lead.closed() && lead.priced();
        return new ActionOption(
                ActionKind.GIVE_UP,
                possible,
                saved - given,
                saved - given,
                saved - given,
                -chance,
                0,
                lead.closed() ? "The lead is closed." : reason);
    }

    private String tooSoon() {
        return lead.silentDays() < LEAST_SILENT_DAYS
                ? String.format(Locale.ENGLISH, "The last contact was %.1f days ago; let two pass.", lead.silentDays())
                : "";
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private String unscored() {
        return String.format(
                Locale.ENGLISH,
                "The lead has no score; %.1f %% stands in, the share won of closed leads and of 10 assumed ones, of which one is won. ",
                100 * history.baseRate());
    }

    private String basis() {
        boolean signal = history.effects().values().stream().anyMatch(ActionEffect::isSignal);
        return String.format(
                Locale.ENGLISH,
                "%s %s%sObserved in %,d closed leads, compared within their grade; agents chose whom they reached, so this is not"
                        + " what an action causes.",
                signal
                        ? "Some actions went with a different share of wins."
                        : "The book's own history shows no difference between actions that could not be chance.",
                Double.isNaN(lead.probability()) ? unscored() : "",
                lead.priced() ? "" : "No assignment has priced hours yet, so hours cost nothing here. ",
                history.closed());
    }
}
