package io.nqba.console.page.sales;

import io.nqba.console.page.EditForm;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.AccountBody;
import io.nqba.model.sales.Account;
import java.util.Map;

/** The form that changes an account: its fields from an account, and an account from its fields. */
final class AccountForm {
    private static final Map<String, Integer> LONGEST = Map.of("name", 200, "sector", 80, "region", 80, "parentId", 80);

    private AccountForm() {}

    static EditForm of(Account account) {
        return new EditForm.Builder()
                .text("name", "Name", "As people write it", account.name())
                .text("sector", "Sector", "As retail", account.sector())
                .text("region", "Region", "Empty when not known", account.region())
                .text("yearFounded", "Founded", "Year; empty when not known", number(account.yearFounded()))
                .text("revenue", "Revenue ($ a year)", "Empty when not known", number(account.revenue()))
                .text("employees", "Employees", "Empty when not known", number(account.employees()))
                .text("parentId", "Belongs to", "Id of the account above it; empty for none", account.parentId())
                .build(account.revision());
    }

    private static String number(double value) {
        return value == 0 ? "" : FormFields.exactText(value);
    }

    /** What became of the form: a body as the REST API takes it, or what is wrong with which field. */
    sealed interface Checked {}

    record Good(AccountBody body) implements Checked {}

    record Refused(ProblemBox problem) implements Checked {}

    static Checked check(EditForm form) {
        var fields = new FormFields();
        LONGEST.forEach((name, longest) -> fields.atMost(name, form.value(name), longest));
        if (form.value("name").isEmpty()) {
            fields.refuse("name", "An account has a name. Write one.");
        }
        String founded = form.value("yearFounded");
        String revenue = form.value("revenue");
        String employees = form.value("employees");
        Integer year = founded.isEmpty() ? null : (int) fields.whole("yearFounded", founded, 1000, 2200);
        Double yearly = revenue.isEmpty() ? null : (Double) fields.number("revenue", revenue, 0, 1e15, "$");
        Integer people = employees.isEmpty() ? null : (int) fields.whole("employees", employees, 0, 100_000_000);
        if (!fields.good()) {
            return new Refused(fields.problem("The account was not stored"));
        }
        return new Good(new AccountBody(
                form.value("name"),
                LeadForm.orNull(form.value("sector")),
                LeadForm.orNull(form.value("region")),
                year,
                yearly,
                people,
                LeadForm.orNull(form.value("parentId"))));
    }
}
