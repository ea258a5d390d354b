package io.nqba.console.page.sales.engagement;

import static io.nqba.console.page.sales.engagement.EngagementPages.text;

import io.nqba.console.sales.SalesDesk;
import io.nqba.console.sales.engagement.SettingsBody;
import io.nqba.console.sales.engagement.SettingsView;
import java.time.LocalTime;
import org.springframework.util.MultiValueMap;

/** The form of quiet hours and caps as it was typed. */
public record SettingsForm(
        String revision,
        String quietFrom,
        String quietTo,
        String zone,
        String mostMessages,
        String withinDays,
        String staleDays,
        String retentionDays) {
    static SettingsForm of(SettingsView view) {
        return new SettingsForm(
                Long.toString(view.revision()),
                view.quietFrom().toString(),
                view.quietTo().toString(),
                view.zone(),
                Integer.toString(view.mostMessages()),
                Integer.toString(view.withinDays()),
                Integer.toString(view.staleDays()),
                Integer.toString(view.retentionDays()));
    }

    static SettingsForm typed(MultiValueMap<String, String> fields) {
        return new SettingsForm(
                text(fields, "revision"),
                text(fields, "quietFrom"),
                text(fields, "quietTo"),
                text(fields, "zone"),
                text(fields, "mostMessages"),
                text(fields, "withinDays"),
                text(fields, "staleDays"),
                text(fields, "retentionDays"));
    }

    /** Returns the same text on top of another revision. */
    SettingsForm at(long newRevision) {
        return new SettingsForm(
                Long.toString(newRevision),
                quietFrom,
                quietTo,
                zone,
                mostMessages,
                withinDays,
                staleDays,
                retentionDays);
    }

    SettingsBody body() {
        return new SettingsBody(
                time("quietFrom", quietFrom),
                time("quietTo", quietTo),
                zone,
                whole("mostMessages", mostMessages, 1_000),
                whole("withinDays", withinDays, 366),
                whole("staleDays", staleDays, 366),
                whole("retentionDays", retentionDays, 3_660));
    }

    private static LocalTime time(String field, String typed) {
        if (typed.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            return LocalTime.parse(typed);
        }
        throw SalesDesk.refused(field, typed, "It is no time of day.", "Write it as 20:00.");
    }

    private static int whole(String field, String typed, int most) {
        if (typed.matches("\\d{1,5}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= most) {
            return Integer.parseInt(typed);
        }
        throw SalesDesk.refused(field, typed, "It is no whole number in the range.", "Write 1 to %d.".formatted(most));
    }
}
