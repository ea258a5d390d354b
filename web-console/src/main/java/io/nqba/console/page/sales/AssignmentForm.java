package io.nqba.console.page.sales;

import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.assignment.AssignmentBody;
import io.nqba.model.sales.AssignmentWork;
import java.util.List;
import java.util.Locale;
import org.springframework.util.MultiValueMap;

/**
 * The form that starts an assignment, as the reader typed it: what is wrong comes back beside the field, with the text kept.
 *
 * @param key so that a form sent twice starts one run
 * @param work LEADS or DEALS
 * @param hours hours of each agent; empty for what each has
 * @param halfLife days after which waiting has halved the value; empty for no decay
 * @param switchCost money that a change of agent costs
 * @param leastPercent least share of the hours of each agent, per cent
 * @param mostPercent most share, per cent
 * @param gapPercent relative gap at which the run may stop, per cent
 * @param seconds time limit, seconds
 */
public record AssignmentForm(
        String key,
        String work,
        String hours,
        String halfLife,
        String switchCost,
        String leastPercent,
        String mostPercent,
        String gapPercent,
        String seconds) {
    private static final double PERCENT = 100;
    private static final int MILLIS = 1_000;

    /** Kinds of work and what people call them. */
    static final List<Choice> WORK = List.of(new Choice("LEADS", "Leads that wait"), new Choice("DEALS", "Open deals"));

    /** One choice of a list. */
    public record Choice(String key, String words) {}

    /** What became of the form: either a body as the REST API takes it, or what is wrong with which field. */
    sealed interface Checked {}

    record Good(AssignmentBody body) implements Checked {}

    record Refused(ProblemBox problem) implements Checked {}

    static AssignmentForm suggested(String key) {
        return new AssignmentForm(key, "LEADS", "", "30", "0", "0", "100", "0.01", "120");
    }

    /** Returns the form that would start a run once more. */
    static AssignmentForm like(String key, RunView run) {
        return new AssignmentForm(
                key,
                String.valueOf(run.parameters().get("work")),
                some(number(run, "hoursPerAgent")),
                some(number(run, "halfLifeDays")),
                plain(number(run, "switchCost")),
                plain(PERCENT * number(run, "leastShare")),
                plain(PERCENT * number(run, "mostShare")),
                plain(PERCENT * number(run, "targetGap")),
                plain(number(run, "timeLimitMillis") / MILLIS));
    }

    private static double number(RunView run, String name) {
        return run.parameters().get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private static String some(double value) {
        return value > 0 ? plain(value) : "";
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.6f", value).replaceAll("\\.?0+$", "");
    }

    static AssignmentForm of(MultiValueMap<String, String> fields) {
        return new AssignmentForm(
                text(fields, "key"),
                text(fields, "work"),
                text(fields, "hours"),
                text(fields, "halfLife"),
                text(fields, "switchCost"),
                text(fields, "leastPercent"),
                text(fields, "mostPercent"),
                text(fields, "gapPercent"),
                text(fields, "seconds"));
    }

    static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    AssignmentForm renewed(String nextKey) {
        return new AssignmentForm(
                nextKey, work, hours, halfLife, switchCost, leastPercent, mostPercent, gapPercent, seconds);
    }

    Checked check() {
        var fields = new FormFields();
        Double each = hours.isEmpty() ? null : Double.valueOf(fields.number("hours", hours, 0.01, 1e6, "hours"));
        double decay = halfLife.isEmpty() ? 0 : fields.number("halfLife", halfLife, 0.01, 36_500, "days");
        double change = fields.number("switchCost", switchCost, 0, 1e9, "$");
        double least = fields.number("leastPercent", leastPercent, 0, PERCENT, "per cent");
        double most = fields.number("mostPercent", mostPercent, 0, PERCENT, "per cent");
        double gap = fields.number("gapPercent", gapPercent, 1e-7, PERCENT, "per cent");
        long limit = fields.whole("seconds", seconds, 1, 86_400);
        if (least > most) {
            fields.refuse("leastPercent", "%s is more than the most. Write a smaller one.".formatted(leastPercent));
        }
        if (!fields.good()) {
            return new Refused(fields.problem("The run was not started"));
        }
        AssignmentWork chosen = work.equals("DEALS") ? AssignmentWork.DEALS : AssignmentWork.LEADS;
        return new Good(new AssignmentBody(
                chosen,
                null,
                each,
                null,
                decay,
                null,
                change,
                least / PERCENT,
                most / PERCENT,
                null,
                gap / PERCENT,
                null,
                (int) limit));
    }
}
