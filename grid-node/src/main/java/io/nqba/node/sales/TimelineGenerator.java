package io.nqba.node.sales;

import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.Opportunity;
import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import io.nqba.privacy.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What was done with a generated lead: some calls and mails, a note, and for work that goes on a task. */
final class TimelineGenerator {
    private static final List<String> CALLS = List.of(
            "%s asked for a quote for two teams.",
            "Reached %s; wants to see a demonstration.",
            "No answer, left a message for %s.",
            "%s has to ask the budget owner first.");
    private static final List<String> MAILS =
            List.of("Sent the price list to %s.", "Sent a case study to %s.", "Follow-up to the call with %s.");
    private static final List<String> NOTES =
            List.of("Uses a competitor's product until the contract ends.", "Decision expected next quarter.");
    private static final long DAY_MILLIS = 86_400_000;

    private final SalesRecipe recipe;
    private final long todayMillis;

    /**
     * An activity before its text is sealed.
     *
     * @param text what it says; may name the person
     */
    record Entry(ActivityKind kind, long atMillis, String text, long dueDay, boolean done) {}

    TimelineGenerator(SalesRecipe recipe) {
        this.recipe = recipe;
        this.todayMillis = recipe.today().toEpochDay() * DAY_MILLIS;
    }

    List<Entry> of(long number, Lead lead, Person person) {
        List<Entry> entries = new ArrayList<>();
        if (lead.status() == LeadStatus.NEW) {
            return entries;
        }
        SplittableRandom dice = Dice.at(recipe.seed(), Purpose.LEAD, number, 2);
        String first = person.name().split(" ", -1)[0];
        int count = 1 + dice.nextInt(3);
        long at = lead.createdAtMillis();
        for (int i = 0; i < count; i++) {
            at += (long) ((0.2 + 5 * dice.nextDouble()) * DAY_MILLIS);
            if (at < todayMillis) {
                entries.add(past(dice, at, first));
            }
        }
        if (lead.status() == LeadStatus.WORKING || lead.status() == LeadStatus.QUALIFIED) {
            LocalDate due = recipe.today().plusDays(dice.nextInt(12) - 3);
            long asked = Math.max(lead.createdAtMillis(), Math.min(at, todayMillis) - DAY_MILLIS);
            entries.add(new Entry(ActivityKind.TASK, asked, "Call " + first + " back.", due.toEpochDay(), false));
        }
        return entries;
    }

    private static Entry past(SplittableRandom dice, long at, String first) {
        ActivityKind kind =
                dice.nextInt(5) == 0 ? ActivityKind.NOTE : dice.nextBoolean() ? ActivityKind.CALL : ActivityKind.EMAIL;
        List<String> texts = switch (kind) {
            case CALL -> CALLS;
            case EMAIL -> MAILS;
            case MEETING, NOTE, TASK -> NOTES;
        };
        String text = texts.get(dice.nextInt(texts.size())).formatted(first);
        return new Entry(kind, at, text, Opportunity.NOT_YET, true);
    }
}
