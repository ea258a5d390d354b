package io.nqba.console.sales;

import io.nqba.model.sales.CloseReason;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Opportunity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal.
 *
 * @param engageDay day on which the talks began; null before
 * @param closeDay day on which it was won or lost; null before
 * @param amount money it brought, currency of the book; null while it is open
 * @param offer price last offered; null when it is not known
 * @param reason why it was won or lost
 */
public record OpportunityView(
        String id,
        @Nullable String accountId,
        String productId,
        @Nullable String repId,
        DealStage stage,
        @Nullable LocalDate engageDay,
        @Nullable LocalDate closeDay,
        @Nullable Double amount,
        @Nullable Double offer,
        CloseReason reason,
        long revision)
        implements RevisedView {
    public static OpportunityView of(Opportunity deal) {
        return new OpportunityView(
                deal.opportunityId(),
                LeadView.known(deal.accountId()),
                deal.productId(),
                LeadView.known(deal.repId()),
                deal.stage(),
                day(deal.engageDay()),
                day(deal.closeDay()),
                Double.isNaN(deal.amount()) ? null : deal.amount(),
                deal.offer() == 0 ? null : deal.offer(),
                deal.reason(),
                deal.revision());
    }

    private static @Nullable LocalDate day(long day) {
        return day == Opportunity.NOT_YET ? null : LocalDate.ofEpochDay(day);
    }
}
