package io.nqba.console.page.sales.engagement;

import static io.nqba.console.page.sales.engagement.EngagementPages.text;

import io.nqba.console.page.FormFields;
import io.nqba.console.sales.SalesDesk;
import io.nqba.console.sales.engagement.SequenceBody;
import io.nqba.console.sales.engagement.SequenceView;
import io.nqba.model.sales.engagement.SequenceStep;
import io.nqba.model.sales.engagement.StepKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form of a sequence as it was typed.
 *
 * @param id of the one that is changed; empty for a new one
 * @param steps those there are, and some without a kind that may be filled in
 */
public record SequenceForm(
        String id,
        String revision,
        String name,
        String segment,
        boolean active,
        boolean withoutApproval,
        List<StepRow> steps) {
    private static final int FEWEST_ROWS = 4;
    private static final int SPARE_ROWS = 2;

    /**
     * One step.
     *
     * @param kind WAIT, TASK or MESSAGE; empty for none
     */
    public record StepRow(int index, String kind, String hours, String subject, String text) {
        static StepRow empty(int index) {
            return new StepRow(index, "", "", "", "");
        }

        /** Returns the name of one of its fields. */
        public String field(String name) {
            return "step-" + index + "-" + name;
        }
    }

    static SequenceForm fresh() {
        return new SequenceForm("", "", "", "", true, false, filledUp(List.of()));
    }

    static SequenceForm of(SequenceView view) {
        List<StepRow> rows = new ArrayList<>();
        view.steps()
                .forEach(step -> rows.add(new StepRow(
                        rows.size(),
                        step.kind().name(),
                        step.kind() == StepKind.MESSAGE ? "" : Integer.toString(step.hours()),
                        step.subject(),
                        step.text())));
        return new SequenceForm(
                view.id(),
                Long.toString(view.revision()),
                view.name(),
                view.segmentId(),
                view.active(),
                view.sendsWithoutApproval(),
                filledUp(rows));
    }

    static SequenceForm typed(String id, MultiValueMap<String, String> fields) {
        List<StepRow> rows = new ArrayList<>();
        for (int i = 0; i < SequenceBody.MOST_STEPS; i++) {
            String kind = text(fields, "step-" + i + "-kind");
            if (!kind.isEmpty()) {
                rows.add(new StepRow(
                        rows.size(),
                        kind,
                        text(fields, "step-" + i + "-hours"),
                        text(fields, "step-" + i + "-subject"),
                        text(fields, "step-" + i + "-text")));
            }
        }
        return new SequenceForm(
                id,
                text(fields, "revision"),
                text(fields, "sequence-name"),
                text(fields, "segmentId"),
                text(fields, "active").equals("on"),
                text(fields, "withoutApproval").equals("on"),
                filledUp(rows));
    }

    private static List<StepRow> filledUp(List<StepRow> rows) {
        List<StepRow> all = new ArrayList<>(rows);
        int wanted = Math.min(SequenceBody.MOST_STEPS, Math.max(FEWEST_ROWS, rows.size() + SPARE_ROWS));
        while (all.size() < wanted) {
            all.add(StepRow.empty(all.size()));
        }
        return List.copyOf(all);
    }

    /** Returns the same text on top of another revision. */
    SequenceForm at(long newRevision) {
        return new SequenceForm(id, Long.toString(newRevision), name, segment, active, withoutApproval, steps);
    }

    SequenceBody body() {
        SegmentForm.require("sequence-name", name);
        List<SequenceBody.StepBody> given = steps.stream()
                .filter(row -> !row.kind().isEmpty())
                .map(SequenceForm::step)
                .toList();
        if (given.isEmpty()) {
            throw SalesDesk.refused("step-0-kind", "", "There is no step.", "Choose what the first step does.");
        }
        if (segment.isEmpty()) {
            throw SalesDesk.refused("segmentId", "", "There is no segment.", "Keep a segment first, then choose it.");
        }
        return new SequenceBody(name, segment, given, active, withoutApproval);
    }

    private static SequenceBody.StepBody step(StepRow row) {
        StepKind kind = Arrays.stream(StepKind.values())
                .filter(one -> one.name().equals(row.kind()))
                .findFirst()
                .orElseThrow(() -> SalesDesk.refused(
                        row.field("kind"), row.kind(), "It is no kind of step.", "Choose one of the list."));
        return new SequenceBody.StepBody(
                kind,
                hours(row),
                shortened(row.field("subject"), row.subject(), 200),
                shortened(row.field("text"), row.text(), 8_000));
    }

    private static String shortened(String field, String text, int most) {
        if (text.length() > most) {
            throw SalesDesk.refused(
                    field, text, "It has %d letters.".formatted(text.length()), "Write %d at most.".formatted(most));
        }
        return text;
    }

    private static @Nullable Integer hours(StepRow row) {
        if (row.hours().isEmpty()) {
            return null;
        }
        var fields = new FormFields();
        long hours = fields.whole(row.field("hours"), row.hours(), 0, SequenceStep.MOST_HOURS);
        if (!fields.good()) {
            throw SalesDesk.refused(
                    row.field("hours"),
                    row.hours(),
                    "It is no number of hours.",
                    "Write 0 to %d.".formatted(SequenceStep.MOST_HOURS));
        }
        return (int) hours;
    }
}
