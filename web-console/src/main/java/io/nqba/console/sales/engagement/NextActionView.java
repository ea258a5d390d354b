package io.nqba.console.sales.engagement;

import io.nqba.model.sales.engagement.ActionKind;
import io.nqba.model.sales.engagement.ActionOption;
import io.nqba.model.sales.engagement.NextAction;
import java.util.Arrays;
import java.util.List;

/**
 * What is worth most to do with a lead next. Money is in the currency of the book.
 *
 * @param best what is worth most among what is possible
 * @param options everything that can be done, the most valuable first, what is not possible last
 * @param probability that the lead is won, 0..1
 * @param hourPrice worth of an hour of its agent; 0 when nothing has priced it
 * @param basis what the figures rest on, and what they do not say
 */
public record NextActionView(
        String leadId, OptionView best, List<OptionView> options, double probability, double hourPrice, String basis) {
    /**
     * One thing that can be done.
     *
     * @param possible whether nothing speaks against it
     * @param value expected value
     * @param lowValue lower end of its 90 % interval
     * @param highValue upper end of its 90 % interval
     * @param winChange how much more often such leads were won, a share; an observation, not an effect
     * @param reason how the value comes about, or what speaks against it
     */
    public record OptionView(
            ActionKind kind,
            String words,
            boolean possible,
            double value,
            double lowValue,
            double highValue,
            double winChange,
            double hours,
            String reason) {
        static OptionView of(ActionOption option) {
            return new OptionView(
                    option.kind(),
                    option.kind().words(),
                    option.possible(),
                    option.value(),
                    option.lowValue(),
                    option.highValue(),
                    option.winChange(),
                    option.hours(),
                    option.reason());
        }
    }

    static NextActionView of(NextAction next) {
        return new NextActionView(
                next.leadId(),
                OptionView.of(next.best()),
                Arrays.stream(next.options()).map(OptionView::of).toList(),
                next.probability(),
                next.hourPrice(),
                next.basis());
    }
}
