package io.nqba.console.sales.engagement;

import io.nqba.console.sales.RevisedView;
import io.nqba.model.sales.engagement.EngagementSettings;
import java.time.LocalTime;

/**
 * When and how often persons may be reached.
 *
 * @param quietFrom no message goes from here
 * @param quietTo messages go again from here; the same as the first for no quiet hours
 * @param zone of both
 * @param mostMessages to a person within so many days
 * @param staleDays a message that could only go later than so many days after it was written does not go
 * @param retentionDays days after which settled messages are removed
 */
public record SettingsView(
        LocalTime quietFrom,
        LocalTime quietTo,
        String zone,
        int mostMessages,
        int withinDays,
        int staleDays,
        int retentionDays,
        long revision,
        String changedBy)
        implements RevisedView {
    static SettingsView of(EngagementSettings settings) {
        return new SettingsView(
                LocalTime.ofSecondOfDay(settings.quietFromMinute() * 60L),
                LocalTime.ofSecondOfDay(settings.quietToMinute() * 60L),
                settings.zoneId(),
                settings.mostMessages(),
                settings.withinDays(),
                settings.staleDays(),
                settings.retentionDays(),
                settings.revision(),
                settings.changedBy());
    }
}
