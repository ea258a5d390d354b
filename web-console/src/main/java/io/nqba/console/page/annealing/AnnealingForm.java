package io.nqba.console.page.annealing;

import io.nqba.console.annealing.AnnealingBody;
import io.nqba.console.annealing.ProblemView;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.annealing.AnnealingRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form that starts an annealing run, as the reader typed it: what is wrong comes back beside the field, with the text
 * kept. Empty fields leave the choice to the grid.
 *
 * @param runId identifier of the run to be, so that a form sent twice starts one run
 * @param seconds time limit, seconds
 * @param gapPercent gap at which to stop, per cent
 * @param target objective at which to stop; empty for none
 * @param sweeps sweeps of each worker; empty for a budget of time alone
 * @param workers workers in all; empty for one per core
 * @param nodes most nodes; empty for all
 * @param roundMillis length of a round, milliseconds
 * @param seed random seed
 * @param priority 1 to 9
 * @param warmStart whether to start from the answers of earlier runs
 */
public record AnnealingForm(
        String runId,
        String seconds,
        String gapPercent,
        String target,
        String sweeps,
        String workers,
        String nodes,
        String roundMillis,
        String seed,
        String priority,
        boolean warmStart) {
    private static final int LONGEST_SECONDS = 86_400;
    private static final long MOST_SWEEPS = 1_000_000_000_000L;
    private static final int MOST_WORKERS = 10_000;
    private static final Set<String> ADVANCED =
            Set.of("target", "sweeps", "workers", "nodes", "roundMillis", "seed", "priority");

    static AnnealingForm suggested(String runId) {
        return new AnnealingForm(
                runId,
                "10",
                "0",
                "",
                "",
                "",
                "",
                Integer.toString(AnnealingRequest.DEFAULT_ROUND_MILLIS),
                "1",
                "5",
                false);
    }

    /** Returns the form of a run that was, as a new run. */
    static AnnealingForm like(Map<String, Object> asked, String runId) {
        return new AnnealingForm(
                runId,
                plain(number(asked, "timeLimitMillis", 10_000) / 1_000),
                plain(number(asked, "targetGap", 0) * 100),
                asked.containsKey("target") ? plain(number(asked, "target", 0)) : "",
                chosen(asked, "sweeps"),
                chosen(asked, "workers"),
                chosen(asked, "nodes"),
                plain(number(asked, "roundMillis", AnnealingRequest.DEFAULT_ROUND_MILLIS)),
                Long.toString(whole(asked, "seed", 1)),
                plain(number(asked, "priority", 5)),
                Boolean.TRUE.equals(asked.get("warmStart")));
    }

    static AnnealingForm of(MultiValueMap<String, String> fields) {
        return new AnnealingForm(
                text(fields, "runId"),
                text(fields, "seconds"),
                text(fields, "gapPercent"),
                text(fields, "target"),
                text(fields, "sweeps"),
                text(fields, "workers"),
                text(fields, "nodes"),
                text(fields, "roundMillis"),
                text(fields, "seed"),
                text(fields, "priority"),
                fields.containsKey("warmStart"));
    }

    /** Returns the same fields for another run: a run id that was refused once is not used again. */
    AnnealingForm withRunId(String id) {
        return new AnnealingForm(
                id, seconds, gapPercent, target, sweeps, workers, nodes, roundMillis, seed, priority, warmStart);
    }

    /** Returns the same run with the next seed: another sample of the same search. */
    AnnealingForm withNextSeed() {
        String next = Long.toString(Long.parseLong(seed) + 1);
        return new AnnealingForm(
                runId, seconds, gapPercent, target, sweeps, workers, nodes, roundMillis, next, priority, warmStart);
    }

    /** Returns the same run, started from the answers that are known. */
    AnnealingForm warm() {
        return new AnnealingForm(
                runId, seconds, gapPercent, target, sweeps, workers, nodes, roundMillis, seed, priority, true);
    }

    /** One field and what stands in it. */
    public record Entry(String name, String text) {}

    /** Returns every field for a form that asks nothing more. */
    public List<Entry> entries() {
        List<Entry> always = List.of(
                new Entry("runId", runId),
                new Entry("seconds", seconds),
                new Entry("gapPercent", gapPercent),
                new Entry("target", target),
                new Entry("sweeps", sweeps),
                new Entry("workers", workers),
                new Entry("nodes", nodes),
                new Entry("roundMillis", roundMillis),
                new Entry("seed", seed),
                new Entry("priority", priority));
        return warmStart
                ? Stream.concat(always.stream(), Stream.of(new Entry("warmStart", "on")))
                        .toList()
                : always;
    }

    /** What became of the form: either a request, or what is wrong with which field. */
    sealed interface Checked {}

    /** All fields are good. */
    record Good(AnnealingBody body) implements Checked {}

    /** Some are not. */
    record Refused(ProblemBox problem) implements Checked {}

    /** Returns whether something is wrong in the part of the form that is folded. */
    static boolean advanced(ProblemBox problem) {
        return problem.fields().stream().anyMatch(field -> ADVANCED.contains(field.name()));
    }

    Checked check(ProblemView problem) {
        FormFields fields = new FormFields();
        double limit = fields.number("seconds", seconds, 0.05, LONGEST_SECONDS, "seconds");
        double gap = fields.number("gapPercent", gapPercent, 0, 100, "per cent");
        Double wanted = target.isEmpty() ? null : (Double) fields.number("target", target, -1e300, 1e300, "");
        Long sweepBudget = sweeps.isEmpty() ? null : (Long) fields.whole("sweeps", sweeps, 1, MOST_SWEEPS);
        Integer workerCount = count(fields, "workers", workers);
        Integer nodeCount = count(fields, "nodes", nodes);
        long round = fields.whole("roundMillis", roundMillis, 20, 60_000);
        long dice = fields.whole("seed", seed, Long.MIN_VALUE, Long.MAX_VALUE);
        long rank = fields.whole("priority", priority, 1, 9);
        if (!sweeps.isEmpty() && workers.isEmpty()) {
            fields.refuse("workers", "With sweeps the answer depends on the number of workers. Write it, such as 4.");
        }
        if (!fields.good()) {
            return new Refused(fields.problem("The run was not started"));
        }
        return new Good(new AnnealingBody(
                problem.id(),
                null,
                null,
                limit,
                sweepBudget,
                wanted,
                gap / 100,
                (int) round,
                workerCount,
                nodeCount,
                dice,
                (int) rank,
                warmStart));
    }

    private static @Nullable Integer count(FormFields fields, String name, String text) {
        return text.isEmpty() ? null : (Integer) (int) fields.whole(name, text, 1, MOST_WORKERS);
    }

    private static String chosen(Map<String, Object> asked, String name) {
        long value = whole(asked, name, 0);
        return value == 0 ? "" : Long.toString(value);
    }

    private static double number(Map<String, Object> asked, String name, double otherwise) {
        return asked.get(name) instanceof Number value ? value.doubleValue() : otherwise;
    }

    private static long whole(Map<String, Object> asked, String name, long otherwise) {
        return asked.get(name) instanceof Number value ? value.longValue() : otherwise;
    }

    /** Writes a number as people type it: all its digits, no exponent, no trailing zeros. */
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
