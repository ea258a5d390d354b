package io.nqba.console.page.energy;

import io.nqba.console.energy.DistrictView;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.energy.EnergyRequest.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.util.MultiValueMap;

/**
 * The form that starts a run, as the reader typed it: what is wrong comes back beside the field, with the text kept.
 *
 * @param runId key of the command, so that a form sent twice starts one run
 * @param from first day, ISO date in the zone of the district
 * @param days number of days
 * @param source {@code READINGS} or {@code FORECAST}
 * @param demandCharge charge on the highest import, currency per kW
 * @param carbonWeight what a kg of CO2 counts, currency per kg
 * @param demandResponse whether caps bind
 * @param gapPercent gap at which to stop, per cent
 * @param seconds time limit, seconds
 */
public record RunForm(
        String runId,
        String from,
        String days,
        String source,
        String demandCharge,
        String carbonWeight,
        boolean demandResponse,
        String gapPercent,
        String seconds) {
    private static final int DEFAULT_DAYS = 7;
    private static final int MOST_DAYS = 366;
    private static final int MOST_ROUNDS = 500;

    /** Returns the form for the last week with data and the charge of the district's tariff. */
    static RunForm suggested(String runId, DistrictView district) {
        ZoneId zone = ZoneId.of(district.timeZone());
        Instant last = district.lastReadingAt();
        LocalDate end = last == null ? LocalDate.EPOCH : LocalDate.ofInstant(last, zone);
        Instant first = district.firstReadingAt();
        LocalDate from = end.minusDays(DEFAULT_DAYS);
        if (first != null && from.atStartOfDay(zone).toInstant().isBefore(first)) {
            from = LocalDate.ofInstant(first, zone);
        }
        return new RunForm(
                runId,
                from.toString(),
                Integer.toString(DEFAULT_DAYS),
                Source.READINGS.name(),
                String.format(Locale.ROOT, "%s", district.demandChargePerKw()),
                "0",
                true,
                "0.01",
                "120");
    }

    static RunForm of(MultiValueMap<String, String> fields) {
        return new RunForm(
                text(fields, "runId"),
                text(fields, "from"),
                text(fields, "days"),
                text(fields, "source"),
                text(fields, "demandCharge"),
                text(fields, "carbonWeight"),
                fields.containsKey("demandResponse"),
                text(fields, "gapPercent"),
                text(fields, "seconds"));
    }

    /** Returns the same fields for another run: an id that was refused once is not used again. */
    RunForm withRunId(String id) {
        return new RunForm(id, from, days, source, demandCharge, carbonWeight, demandResponse, gapPercent, seconds);
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** What became of the form: either a request, or what is wrong with which field. */
    sealed interface Checked {}

    /** All fields are good. */
    record Good(EnergyRequest request) implements Checked {}

    /** Some are not. */
    record Refused(ProblemBox problem) implements Checked {}

    Checked check(DistrictView district) {
        FormFields fields = new FormFields();
        LocalDate first = fields.date("from", from);
        double length = fields.number("days", days, 1, MOST_DAYS, "days");
        double charge = fields.number("demandCharge", demandCharge, 0, 1_000_000, district.currency() + " per kW");
        double carbon = fields.number("carbonWeight", carbonWeight, 0, 1_000_000, district.currency() + " per kg");
        double gap = fields.number("gapPercent", gapPercent, 1e-7, 100, "per cent");
        double limit = fields.number("seconds", seconds, 1, 86_400, "seconds");
        Source chosen = source(fields);
        if (!fields.good()) {
            return new Refused(fields.problem("The run was not started"));
        }
        ZoneId zone = ZoneId.of(district.timeZone());
        Instant start = first.atStartOfDay(zone).toInstant();
        Instant end = first.plusDays((long) length).atStartOfDay(zone).toInstant();
        int slots = (int) (Duration.between(start, end).toMinutes() / district.intervalMinutes());
        return new Good(new EnergyRequest(
                district.id(),
                start.toEpochMilli(),
                slots,
                chosen,
                charge,
                carbon,
                demandResponse,
                gap / 100,
                MOST_ROUNDS,
                Math.round(limit * 1_000)));
    }

    private Source source(FormFields fields) {
        for (Source known : Source.values()) {
            if (known.name().equals(source)) {
                return known;
            }
        }
        fields.refuse("source", "(%s) is neither READINGS nor FORECAST.".formatted(source));
        return Source.READINGS;
    }
}
