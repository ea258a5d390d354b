package io.nqba.console.page.sales;

import io.nqba.console.audit.LastChange;
import io.nqba.console.page.Figures;
import io.nqba.console.sales.ContactView;
import io.nqba.console.sales.DealLine;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.DealStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account with what hangs on it.
 *
 * @param account the account
 * @param contacts persons there, as far as the reader may see
 * @param deals its deals, the newest first
 * @param timeline what was done with its leads and deals, the newest first
 * @param leads how many leads name this company
 * @param changed who changed it last; null when the audit knows of nobody
 * @param clear whether the reader sees persons
 */
record AccountPage(
        Account account,
        List<ContactView> contacts,
        List<DealLine> deals,
        List<Timeline.Entry> timeline,
        int leads,
        BookNames.Names names,
        @Nullable LastChange changed,
        boolean clear,
        Instant now) {
    /** A deal of the account. */
    record Deal(
            String id,
            String href,
            String product,
            String agent,
            String stage,
            String amount,
            String chance,
            String when) {}

    public String href() {
        return AccountTable.href(account.accountId());
    }

    public String summary() {
        double open = deals.stream()
                .filter(AccountPage::open)
                .mapToDouble(DealLine::amount)
                .sum();
        double won = deals.stream()
                .filter(deal -> deal.stage() == DealStage.WON)
                .mapToDouble(DealLine::amount)
                .sum();
        long count = deals.stream().filter(AccountPage::open).count();
        return "%s open deal%s of %s\u00a0$, %s\u00a0$ won so far"
                .formatted(
                        Figures.count(count), count == 1 ? "" : "s", Figures.number(open, 0), Figures.number(won, 0));
    }

    private static boolean open(DealLine deal) {
        return deal.stage() == DealStage.PROSPECTING || deal.stage() == DealStage.ENGAGING;
    }

    public List<LeadPage.Fact> facts() {
        List<LeadPage.Fact> facts = new ArrayList<>();
        add(facts, "Sector", account.sector());
        add(facts, "Region", account.region());
        add(facts, "Founded", account.yearFounded() == 0 ? "" : Integer.toString(account.yearFounded()));
        add(facts, "Revenue", account.revenue() == 0 ? "" : Figures.number(account.revenue(), 0) + "\u00a0$");
        add(facts, "Employees", account.employees() == 0 ? "" : Figures.count(account.employees()));
        add(facts, "Leads", Figures.count(leads));
        add(facts, "Id", account.accountId());
        facts.addAll(LeadPage.changes(account.revision(), changed, now));
        return facts;
    }

    private static void add(List<LeadPage.Fact> facts, String label, String text) {
        if (!text.isEmpty()) {
            facts.add(new LeadPage.Fact(label, text));
        }
    }

    /** Returns the address of the account above; empty when there is none. */
    public String parentHref() {
        return account.parentId().isEmpty() ? "" : AccountTable.href(account.parentId());
    }

    public String leadsHref() {
        return LeadAddress.with(LeadAddress.PATH, Map.of("q", account.name()));
    }

    public List<Deal> openDeals() {
        return deals.stream().filter(AccountPage::open).map(this::deal).toList();
    }

    public List<Deal> pastDeals() {
        return deals.stream().filter(deal -> !open(deal)).map(this::deal).toList();
    }

    private Deal deal(DealLine deal) {
        return new Deal(
                deal.id(),
                DealPage.href(deal.id()),
                names.product(deal.productId()),
                deal.repId() == null ? "nobody" : names.rep(deal.repId()),
                SalesWords.of(deal.stage()),
                Figures.number(deal.amount(), 0),
                open(deal) ? Figures.number(100 * deal.chance(), 1) : "",
                deal.closeDay() != null
                        ? Timeline.day(deal.closeDay())
                        : deal.engageDay() != null ? Timeline.day(deal.engageDay()) : "not engaged yet");
    }
}
