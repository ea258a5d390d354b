package io.nqba.console.page.sales;

import io.nqba.console.page.Choice;
import io.nqba.console.page.EditForm;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.OpportunityBody;
import io.nqba.console.sales.OpportunityView;
import io.nqba.model.sales.CloseReason;
import io.nqba.model.sales.DealStage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form that changes a deal: its fields from a deal, and a deal from its fields. */
final class DealForm {
    private static final double MOST_MONEY = 1e12;
    private static final int LONGEST_ID = 80;

    private DealForm() {}

    /** Returns the form of a deal that is to be made. */
    static EditForm fresh(String accountId, BookNames.Names names) {
        return of(
                new OpportunityView(
                        "",
                        LeadForm.orNull(accountId),
                        "",
                        null,
                        DealStage.PROSPECTING,
                        null,
                        null,
                        null,
                        null,
                        CloseReason.UNKNOWN,
                        0),
                names);
    }

    static EditForm of(OpportunityView deal, BookNames.Names names) {
        String stage = SalesWords.key(deal.stage());
        String reason = SalesWords.key(deal.reason());
        String rep = LeadForm.text(deal.repId());
        return new EditForm.Builder()
                .choice(
                        "stage",
                        "Stage",
                        "A new one is kept as a step",
                        SalesWords.choice("stage", SalesWords.stages(), deal.stage()),
                        stage)
                .choice("repId", "Agent", "Who works on it", Choice.of("repId", "", "Nobody", names.reps(), rep), rep)
                .choice(
                        "productId",
                        "Product",
                        "What it is about",
                        Choice.of("productId", "", "Choose one", names.products(), deal.productId()),
                        deal.productId())
                .text("accountId", "Account", "Its id; empty for none", LeadForm.text(deal.accountId()))
                .text("engageDay", "Engaged on", "As 2026-08-01; empty before talks", text(deal.engageDay()))
                .text("offer", "Offered ($)", "Price last offered; empty when none", number(deal.offer()))
                .text("closeDay", "Closed on", "Empty while open, or for today", text(deal.closeDay()))
                .text("amount", "It brought ($)", "Of a deal that is won", brought(deal))
                .choice(
                        "reason",
                        "Why it was won or lost",
                        "Of a closed deal",
                        SalesWords.choice("reason", SalesWords.closeReasons(), deal.reason()),
                        reason)
                .build(deal.revision());
    }

    private static String brought(OpportunityView deal) {
        return deal.stage() == DealStage.WON ? number(deal.amount()) : "";
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : FormFields.exactText(value);
    }

    /** What became of the form: a body as the REST API takes it, or what is wrong with which field. */
    sealed interface Checked {}

    record Good(OpportunityBody body) implements Checked {}

    record Refused(ProblemBox problem) implements Checked {}

    static Checked check(EditForm form) {
        var fields = new FormFields();
        DealStage stage = SalesWords.named(DealStage.values(), form.value("stage"));
        if (stage == null) {
            fields.refuse("stage", "(%s) is no stage. Choose one of the list.".formatted(form.value("stage")));
        }
        if (form.value("productId").isEmpty()) {
            fields.refuse("productId", "A deal is about a product. Choose one.");
        }
        for (String name : List.of("accountId", "productId", "repId")) {
            fields.atMost(name, form.value(name), LONGEST_ID);
        }
        boolean closed = stage == DealStage.WON || stage == DealStage.LOST;
        if (stage == DealStage.WON && form.value("amount").isEmpty()) {
            fields.refuse("amount", "A deal that is won has an amount. Write the money it brought.");
        }
        if (stage != DealStage.WON && changed(form, "amount")) {
            fields.refuse("amount", "Only a deal that is won brought money. Leave it empty, or write what is offered.");
        }
        CloseReason reason = SalesWords.named(CloseReason.values(), form.value("reason"));
        LocalDate engaged = day(form, "engageDay", fields);
        LocalDate close = day(form, "closeDay", fields);
        Double amount = money(form, "amount", fields);
        Double offer = money(form, "offer", fields);
        if (!fields.good() || stage == null) {
            return new Refused(fields.problem("The deal was not stored"));
        }
        return new Good(new OpportunityBody(
                LeadForm.orNull(form.value("accountId")),
                form.value("productId"),
                LeadForm.orNull(form.value("repId")),
                stage,
                engaged,
                // Taken up again, a deal is closed no more: what its writer left alone goes by itself.
                closed || changed(form, "closeDay") ? close : null,
                stage == DealStage.WON ? amount : null,
                offer == null ? Double.valueOf(0) : offer,
                closed || changed(form, "reason") ? reason : null));
    }

    private static boolean changed(EditForm form, String name) {
        return form.fields().stream()
                .anyMatch(field -> field.name().equals(name)
                        && field.written()
                        && !field.value().isEmpty());
    }

    private static @Nullable LocalDate day(EditForm form, String name, FormFields fields) {
        return form.value(name).isEmpty() ? null : fields.date(name, form.value(name));
    }

    private static @Nullable Double money(EditForm form, String name, FormFields fields) {
        return form.value(name).isEmpty() ? null : (Double) fields.number(name, form.value(name), 0, MOST_MONEY, "$");
    }
}
