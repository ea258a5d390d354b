package io.nqba.console.sales.engagement;

import io.nqba.model.sales.engagement.ContactChannel;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about being reached.
 *
 * @param leadId a lead of the person
 * @param email the address, in place of a lead
 * @param given false when consent was withdrawn: what is under way is stopped
 * @param source where the person said so
 * @param at when; now when left out
 */
@Schema(example = """
        {"leadId": "demo-lead-000001", "channel": "EMAIL", "given": true, "source": "web form"}""")
public record ConsentBody(
        @Size(max = 120) @Nullable String leadId,
        @Size(max = 320) @Nullable String email,
        @NotNull ContactChannel channel,
        @NotNull Boolean given,
        @NotBlank @Size(max = 200) String source,
        @Nullable Instant at) {}
