package io.nqba.console.page.sales.engagement;

import io.nqba.console.page.Figures;
import io.nqba.console.sales.engagement.NextActionView;
import io.nqba.model.sales.engagement.ActionKind;
import java.util.List;
import java.util.Locale;

/**
 * What is worth most to do with a lead next, as {@code components/next-action} shows it.
 *
 * @param best what is done
 * @param worth what that is worth, in words
 */
public record NextActionCard(String best, String worth, String reason, List<Row> rows, String basis) {
    private static final String CURRENCY = "USD";
    /** Less is written as nothing. */
    private static final double NOTICEABLE = 0.005;

    /** One thing that can be done; a dash where something speaks against it. */
    public record Row(String action, String figures, String reason) {}

    public static NextActionCard of(NextActionView view) {
        NextActionView.OptionView best = view.best();
        return new NextActionCard(
                capital(best.words()),
                worth(best),
                best.reason(),
                view.options().stream().map(NextActionCard::row).toList(),
                view.basis());
    }

    private static String worth(NextActionView.OptionView best) {
        if (best.kind() == ActionKind.WAIT) {
            return "is best: nothing else is worth its hours";
        }
        return best.value() < NOTICEABLE
                ? "comes first, though nothing says yet what it brings"
                : "is worth " + Figures.money(best.value(), CURRENCY);
    }

    private static Row row(NextActionView.OptionView option) {
        String sign = Figures.currencySign(CURRENCY);
        boolean spread = option.highValue() > option.lowValue();
        String value = Figures.number(option.value(), 0) + "\u00a0" + sign;
        String figures = spread
                ? "%s (%s to %s\u00a0%s)"
                        .formatted(
                                value,
                                Figures.number(option.lowValue(), 0),
                                Figures.number(option.highValue(), 0),
                                sign)
                : value;
        return new Row(capital(option.words()), option.possible() ? figures : "–", minus(option.reason()));
    }

    /** Returns a sentence with true minus signs. */
    private static String minus(String sentence) {
        return sentence.replaceAll("(?<=[ (])-(?=\\d)", "−");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
