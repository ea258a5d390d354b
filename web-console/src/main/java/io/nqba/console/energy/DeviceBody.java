package io.nqba.console.energy;

import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKind;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A charger with its car's daily need, or an appliance with its daily run.
 *
 * @param kind EV_CHARGER or LOAD
 * @param powerKw largest power of a charger, power of a running appliance, kW, more than 0
 * @param earliestMinute arrival of the car or earliest start, minutes after local midnight
 * @param latestMinute departure or latest end, minutes after the same midnight; above 1,440 it is on the next day
 * @param minPowerKw least power of a charger that charges, kW; default 0
 * @param efficiency share of the energy drawn that arrives in the car; default 1
 * @param energyKwh energy that the car needs every day, kWh; chargers only
 * @param runMinutes how long the appliance runs every day; appliances only
 * @param divisible whether the appliance may pause; default false
 */
@Schema(example = """
                {"kind": "EV_CHARGER", "powerKw": 7.4, "minPowerKw": 1.4, "efficiency": 0.92, "energyKwh": 12,
                 "earliestMinute": 1080, "latestMinute": 1860}""")
record DeviceBody(
        @NotNull AssetKind kind,

        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100000")
        Double powerKw,

        @NotNull @Min(0) @Max(1439) Integer earliestMinute,
        @NotNull @Min(1) @Max(2879) Integer latestMinute,
        @DecimalMin("0") @DecimalMax("100000") @Nullable Double minPowerKw,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Nullable
        Double efficiency,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("100000") @Nullable
        Double energyKwh,

        @Min(1) @Max(1440) @Nullable Integer runMinutes,
        @Nullable Boolean divisible) {
    private static final int DAY = 1440;

    /**
     * Returns the device; called after validation of the single fields.
     *
     * @throws NqbaException {@code INVALID_REQUEST} where the fields do not go together
     */
    Asset toAsset() {
        int window = latestMinute - earliestMinute;
        if (window <= 0) {
            throw refused(
                    "latestMinute",
                    latestMinute,
                    "It is not after the earliestMinute (%d): the car would leave, or the run end, before it begins."
                            .formatted(earliestMinute),
                    "Send a later minute; for a time on the next day add 1440.");
        }
        if (window > DAY) {
            throw refused(
                    "latestMinute",
                    latestMinute,
                    "The window of %d minutes is longer than a day.".formatted(window),
                    "Send at most %d.".formatted(earliestMinute + DAY));
        }
        return switch (kind) {
            case EV_CHARGER -> charger(window);
            case LOAD -> appliance(window);
            case BATTERY, SOLAR ->
                throw refused(
                        "kind", kind, "Only chargers and appliances have a daily need.", "Send EV_CHARGER or LOAD.");
        };
    }

    private Asset charger(int window) {
        if (energyKwh == null) {
            throw refused("energyKwh", "", "A charger needs it.", "Send what the car needs every day, kWh.");
        }
        double least = minPowerKw == null ? 0 : minPowerKw;
        if (least > powerKw) {
            throw refused(
                    "minPowerKw",
                    least,
                    "It is above the powerKw (%s).".formatted(powerKw),
                    "Send at most %s.".formatted(powerKw));
        }
        double share = efficiency == null ? 1 : efficiency;
        double most = powerKw * share * window / 60.0;
        if (energyKwh > most) {
            throw refused(
                    "energyKwh",
                    energyKwh,
                    "%s kW deliver at most %s kWh in %d minutes.".formatted(powerKw, rounded(most), window),
                    "Send at most %s, a longer window or more power.".formatted(rounded(most)));
        }
        return Asset.evCharger(powerKw, least, share, energyKwh, earliestMinute, latestMinute);
    }

    private Asset appliance(int window) {
        if (runMinutes == null) {
            throw refused("runMinutes", "", "An appliance needs it.", "Send how long it runs every day, minutes.");
        }
        if (runMinutes > window) {
            throw refused(
                    "runMinutes",
                    runMinutes,
                    "The window of %d minutes is shorter than the run.".formatted(window),
                    "Send at most %d, or a wider window.".formatted(window));
        }
        return Asset.appliance(powerKw, runMinutes, earliestMinute, latestMinute, divisible != null && divisible);
    }

    /** Rounded down, so that the remedy works. */
    private static String rounded(double kwh) {
        return String.format(Locale.ROOT, "%.2f", Math.floor(100 * kwh) / 100);
    }

    private static NqbaException refused(String field, Object value, String problem, String remedy) {
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The %s (%s) is not valid.".formatted(field, value),
                remedy,
                List.of(new FieldProblem(field, value.toString(), problem, remedy)),
                null);
    }
}
