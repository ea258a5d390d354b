package io.nqba.console.page.sales;

import io.nqba.console.sales.LeadView;

/** What a lead is called where it has no name of its own: its company, else its person as far as one may see, else its id. */
final class LeadNames {
    private LeadNames() {}

    static String of(LeadView lead) {
        String company = lead.company();
        String person = lead.person().name();
        return company != null ? company : person != null ? person : lead.id();
    }
}
