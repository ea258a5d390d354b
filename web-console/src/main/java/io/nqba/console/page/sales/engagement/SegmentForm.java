package io.nqba.console.page.sales.engagement;

import static io.nqba.console.page.sales.engagement.EngagementPages.text;

import io.nqba.console.sales.SalesDesk;
import io.nqba.console.sales.engagement.SegmentBody;
import io.nqba.console.sales.engagement.SegmentView;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * The form of a segment as it was typed.
 *
 * @param id of the one that is changed; empty for a new one
 * @param conditions one a line
 */
public record SegmentForm(String id, String revision, String name, String conditions) {
    static SegmentForm fresh() {
        return new SegmentForm("", "", "", "");
    }

    static SegmentForm of(SegmentView view) {
        return new SegmentForm(
                view.id(), Long.toString(view.revision()), view.name(), String.join("\n", view.conditions()));
    }

    static SegmentForm typed(String id, MultiValueMap<String, String> fields) {
        return new SegmentForm(id, text(fields, "revision"), text(fields, "segment-name"), text(fields, "conditions"));
    }

    /** Returns the same text on top of another revision. */
    SegmentForm at(long newRevision) {
        return new SegmentForm(id, Long.toString(newRevision), name, conditions);
    }

    SegmentBody body() {
        List<String> lines = conditions
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        require("segment-name", name);
        if (lines.isEmpty()) {
            throw SalesDesk.refused(
                    "conditions", "", "There is no condition.", "Write one a line, such as: grade is A, B");
        }
        return new SegmentBody(name, null, lines);
    }

    static void require(String field, String name) {
        if (name.isEmpty() || name.length() > 200) {
            throw SalesDesk.refused(field, name, "It has %d letters.".formatted(name.length()), "Write 1 to 200.");
        }
    }
}
