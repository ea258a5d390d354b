package io.nqba.console.sales;

import io.nqba.model.sales.CloseReason;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Opportunity;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal as it is sent.
 *
 * @param engageDay today when a deal is engaged and it is left out
 * @param closeDay today when a deal is closed and it is left out
 * @param amount needed for a deal that is won
 * @param offer price last offered; the one known before when it is left out
 * @param reason why a deal was won or lost; unknown when it is left out
 */
@Schema(example = """
        {"accountId": "demo-account-001", "productId": "orbit-pro", "repId": "demo-rep-01", "stage": "ENGAGING"}""")
public record OpportunityBody(
        @Size(max = 80) @Nullable String accountId,
        @NotBlank @Size(max = 80) String productId,
        @Size(max = 80) @Nullable String repId,
        @NotNull DealStage stage,
        @Nullable LocalDate engageDay,
        @Nullable LocalDate closeDay,
        @DecimalMin("0") @DecimalMax("1e12") @Nullable Double amount,
        @DecimalMin("0") @DecimalMax("1e12") @Nullable Double offer,
        @Nullable CloseReason reason) {
    Opportunity onto(Opportunity.Builder deal, LocalDate today) {
        boolean closed = stage == DealStage.WON || stage == DealStage.LOST;
        if (stage == DealStage.WON && amount == null) {
            throw SalesDesk.refused("amount", "", "A deal that is won has an amount.", "Send the money it brought.");
        }
        LocalDate close = closed && closeDay == null ? today : closeDay;
        LocalDate engaged = stage == DealStage.ENGAGING && engageDay == null ? today : engageDay;
        if (!closed && closeDay != null) {
            throw SalesDesk.refused("closeDay", closeDay.toString(), "An open deal has no such day.", "Leave it out.");
        }
        if (!closed && reason != null && reason != CloseReason.UNKNOWN) {
            throw SalesDesk.refused(
                    "reason",
                    reason.name(),
                    "An open deal was neither won nor lost.",
                    "Leave it out, or close the deal.");
        }
        if (offer != null) {
            deal.offer(offer);
        }
        deal.reason(reason == null ? CloseReason.UNKNOWN : reason);
        if (close != null && engaged != null && close.isBefore(engaged)) {
            throw SalesDesk.refused(
                    "closeDay",
                    close.toString(),
                    "It lies before the engageDay (%s).".formatted(engaged),
                    "Send a later day.");
        }
        return deal.accountId(LeadBody.text(accountId))
                .productId(productId)
                .repId(LeadBody.text(repId))
                .stage(stage)
                .engageDay(engaged == null ? Opportunity.NOT_YET : engaged.toEpochDay())
                .closeDay(close == null ? Opportunity.NOT_YET : close.toEpochDay())
                .amount(stage == DealStage.WON && amount != null ? amount : closed ? 0 : Double.NaN)
                .build();
    }
}
