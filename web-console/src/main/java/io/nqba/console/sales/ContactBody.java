package io.nqba.console.sales;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A person at a company as it is sent. */
@Schema(example = """
        {"name": "Ada Holm", "email": "ada@cedar-foods.example", "phone": "+1 555 010 0000", "role": "buyer"}""")
public record ContactBody(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 254) @Nullable String email,
        @Size(max = 50) @Nullable String phone,
        @Size(max = 80) @Nullable String role) {
    @Override
    public String toString() {
        return "ContactBody[]";
    }
}
