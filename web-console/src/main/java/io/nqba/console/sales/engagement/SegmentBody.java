package io.nqba.console.sales.engagement;

import io.nqba.model.sales.engagement.LeadCondition;
import io.nqba.model.sales.engagement.LeadSegment;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it is sent.
 *
 * @param schemaId only leads of this schema; left out for any
 * @param conditions what its leads meet, all of it: {@code status}, {@code grade}, {@code source}, {@code territory}, {@code product},
 *     {@code campaign}, {@code language}, {@code owner} or {@code feature NAME} with {@code is} or {@code is not} and words; {@code
 *     probability}, {@code amount}, {@code silent days}, {@code age days} or {@code feature NAME} with {@code >=} or {@code <=} and a number
 */
@Schema(example = """
        {"name": "Promising and silent", "conditions": ["status is NEW", "grade is A, B", "silent days >= 7"]}""")
public record SegmentBody(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 80) @Nullable String schemaId,
        @NotNull @Size(min = 1, max = 30) List<@NotNull @Size(max = 1_000) String> conditions) {
    LeadSegment row(String id, long revision, String account, long nowMillis) {
        LeadCondition[] read = IntStream.range(0, conditions.size())
                .mapToObj(at -> LeadCondition.parse("conditions[%d]".formatted(at), conditions.get(at)))
                .toArray(LeadCondition[]::new);
        return new LeadSegment(id, name.strip(), schemaId == null ? "" : schemaId, read, revision, account, nowMillis);
    }
}
