package io.nqba.console.page.sales;

import io.nqba.console.page.Figures;
import io.nqba.console.sales.ActivityView;
import io.nqba.model.sales.ActivityKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What was done with leads and deals, as entries of one list, newest first. */
final class Timeline {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Timeline() {}

    /**
     * One thing that was done.
     *
     * @param what its kind in one word
     * @param of what it was done with; empty on a page about that
     * @param ofHref where that is; empty with it
     * @param by who did it; empty when nobody
     * @param text what it was about
     * @param quiet whether the text only says that there is none to see
     */
    record Entry(
            String id,
            String what,
            String of,
            String ofHref,
            String by,
            String text,
            boolean quiet,
            String at,
            String age) {}

    /**
     * Something to do, or done.
     *
     * @param due in words, empty without a day
     * @param late whether the day is over
     */
    record Task(
            long number,
            String text,
            boolean quiet,
            String by,
            String due,
            boolean late,
            boolean done,
            long revision) {}

    static Entry entry(ActivityView activity, String of, String ofHref, BookNames.Names names, Instant now) {
        String text = text(activity);
        return new Entry(
                "activity-" + activity.id(),
                SalesWords.of(activity.kind()),
                of,
                ofHref,
                names.rep(LeadForm.text(activity.byRepId())),
                text,
                activity.text() == null,
                activity.at().toString(),
                Figures.ago(activity.at(), now));
    }

    private static String text(ActivityView activity) {
        if (activity.masked()) {
            return "Its text is hidden: your role does not see persons.";
        }
        return activity.text() == null ? "No text." : activity.text();
    }

    static List<Entry> entries(List<ActivityView> activities, BookNames.Names names, Instant now) {
        return activities.stream()
                .filter(activity -> activity.kind() != ActivityKind.TASK)
                .map(activity -> entry(activity, "", "", names, now))
                .toList();
    }

    /** Returns the tasks: those to do by their day, then those that are done. */
    static List<Task> tasks(List<ActivityView> activities, BookNames.Names names, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return activities.stream()
                .filter(activity -> activity.kind() == ActivityKind.TASK)
                .sorted(Comparator.comparing(ActivityView::done)
                        .thenComparing(task -> task.dueDay() == null ? LocalDate.MAX : task.dueDay()))
                .map(task -> task(task, names, today))
                .toList();
    }

    private static Task task(ActivityView task, BookNames.Names names, LocalDate today) {
        LocalDate due = task.dueDay();
        return new Task(
                task.id(),
                text(task),
                task.text() == null,
                names.rep(LeadForm.text(task.byRepId())),
                due == null ? "" : day(due, today),
                due != null && due.isBefore(today) && !task.done(),
                task.done(),
                task.revision());
    }

    /** Returns a day as people say it when it is near. */
    static String day(LocalDate day, LocalDate today) {
        long days = day.toEpochDay() - today.toEpochDay();
        if (days == 0) {
            return "due today";
        }
        if (days < 0) {
            return days == -1 ? "due yesterday" : "due " + -days + " days ago";
        }
        return days == 1 ? "due tomorrow" : days < 8 ? "due in " + days + " days" : "due " + DAY.format(day);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
