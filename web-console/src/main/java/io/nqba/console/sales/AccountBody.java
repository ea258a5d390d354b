package io.nqba.console.sales;

import io.nqba.model.sales.Account;
import io.nqba.model.sales.NameKey;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A company as it is sent. */
@Schema(example = """
        {"name": "Cedar Foods Corp.", "sector": "retail", "region": "North", "revenue": 1200000, "employees": 340}""")
public record AccountBody(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 80) @Nullable String sector,
        @Size(max = 80) @Nullable String region,
        @Min(1000) @Max(2200) @Nullable Integer yearFounded,
        @DecimalMin("0") @DecimalMax("1e15") @Nullable Double revenue,
        @Min(0) @Max(100_000_000) @Nullable Integer employees,
        @Size(max = 80) @Nullable String parentId) {
    Account onto(Account.Builder account) {
        return account.name(name.strip())
                .nameKey(NameKey.of(name))
                .sector(LeadBody.text(sector))
                .region(LeadBody.text(region))
                .yearFounded(yearFounded == null ? 0 : yearFounded)
                .revenue(revenue == null ? 0 : revenue)
                .employees(employees == null ? 0 : employees)
                .parentId(LeadBody.text(parentId))
                .build();
    }
}
