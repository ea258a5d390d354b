package io.nqba.console.sales.engagement;

import io.nqba.console.sales.SalesDesk;
import io.nqba.model.sales.engagement.EngagementSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.time.ZoneId;

/** Settings as they are sent. */
@Schema(example = """
        {"quietFrom": "20:00", "quietTo": "08:00", "zone": "Europe/Berlin", "mostMessages": 2, "withinDays": 7,
         "staleDays": 14, "retentionDays": 365}""")
public record SettingsBody(
        @NotNull LocalTime quietFrom,
        @NotNull LocalTime quietTo,
        @NotBlank @Size(max = 80) String zone,
        @NotNull @Min(1) @Max(1_000) Integer mostMessages,
        @NotNull @Min(1) @Max(366) Integer withinDays,
        @NotNull @Min(1) @Max(366) Integer staleDays,
        @NotNull @Min(1) @Max(3_660) Integer retentionDays) {
    EngagementSettings row(long revision, String account) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw SalesDesk.refused("zone", zone, "There is no such zone.", "Send one such as Europe/Berlin or UTC.");
        }
        return new EngagementSettings(
                quietFrom.toSecondOfDay() / 60,
                quietTo.toSecondOfDay() / 60,
                zone,
                mostMessages,
                withinDays,
                staleDays,
                retentionDays,
                revision,
                account);
    }
}
