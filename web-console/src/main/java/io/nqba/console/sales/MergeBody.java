package io.nqba.console.sales;

import io.nqba.model.sales.DuplicateKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows become one.
 *
 * @param survivor the row that stays
 * @param others those that go into it
 * @param fields from which row a field comes, id by name of field; else from the survivor, or the first other row that knows it
 */
@Schema(example = """
        {"kind": "PRODUCT", "survivor": {"id": "gtx-pro", "revision": 1}, "others": [{"id": "gtxpro", "revision": 1}],
         "fields": {"listPrice": "gtxpro"}}""")
public record MergeBody(
        @NotNull DuplicateKind kind,
        @Valid @NotNull Seen survivor,
        @NotEmpty @Size(max = 19) List<@Valid Seen> others,
        @Size(max = 40) @Nullable Map<String, String> fields) {
    /** A row as it was seen. */
    public record Seen(
            @NotBlank @Size(max = 80) String id, @Min(1) long revision) {}

    Map<String, String> choice() {
        return fields == null ? Map.of() : fields;
    }
}
