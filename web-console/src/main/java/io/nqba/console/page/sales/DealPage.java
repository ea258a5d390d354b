package io.nqba.console.page.sales;

import io.nqba.console.audit.LastChange;
import io.nqba.console.page.Figures;
import io.nqba.console.sales.ActivityView;
import io.nqba.console.sales.DealLine;
import io.nqba.console.sales.OpportunityView;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.StageHistory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A deal with the way it took.
 *
 * @param deal the deal
 * @param line the same with what it is worth and its chance
 * @param steps its stages in order of time
 * @param notes what was noted, newest first
 * @param changed who changed it last; null when the audit knows of nobody
 * @param clear whether the reader sees persons, whom a note may name
 */
record DealPage(
        OpportunityView deal,
        DealLine line,
        List<StageHistory> steps,
        List<ActivityView> notes,
        BookNames.Names names,
        @Nullable LastChange changed,
        boolean clear,
        Instant now) {
    static final String PATH = "/sigma/deals";

    /**
     * A stage that the deal came to.
     *
     * @param stayed how long it was there, in days
     * @param present whether it is there still
     */
    record Step(String stage, String day, String stayed, boolean present) {}

    static String href(String id) {
        return PATH + "/" + UriUtils.encode(id, StandardCharsets.UTF_8);
    }

    public String href() {
        return href(deal.id());
    }

    public String title() {
        String account = line.account();
        return "%s, %s".formatted(account == null ? "No account" : account, names.product(deal.productId()));
    }

    public String summary() {
        return "%s, %s, %s\u00a0$%s"
                .formatted(
                        SalesWords.of(deal.stage()),
                        deal.repId() == null ? "nobody works on it" : "with " + names.rep(deal.repId()),
                        Figures.number(line.amount(), 0),
                        open() ? ", chance " + Figures.percent(line.chance()) : "");
    }

    private boolean open() {
        return deal.stage() == DealStage.PROSPECTING || deal.stage() == DealStage.ENGAGING;
    }

    public String accountHref() {
        return deal.accountId() == null ? "" : AccountTable.href(deal.accountId());
    }

    public List<LeadPage.Fact> facts() {
        List<LeadPage.Fact> facts = new ArrayList<>();
        facts.add(new LeadPage.Fact("Stage", SalesWords.of(deal.stage())));
        facts.add(new LeadPage.Fact("Agent", deal.repId() == null ? "nobody" : names.rep(deal.repId())));
        facts.add(new LeadPage.Fact("Product", names.product(deal.productId())));
        Double offer = deal.offer();
        if (deal.stage() == DealStage.WON) {
            facts.add(new LeadPage.Fact("It brought", money(line.amount())));
        } else if (offer == null) {
            facts.add(new LeadPage.Fact("List price", money(line.amount())));
        }
        if (offer != null) {
            facts.add(new LeadPage.Fact("Offered", money(offer)));
        }
        if (open()) {
            facts.add(new LeadPage.Fact("Chance", Figures.percent(line.chance())));
            facts.add(new LeadPage.Fact("Weighted", money(line.chance() * line.amount())));
        }
        day(facts, "Engaged on", deal.engageDay());
        day(facts, "Closed on", deal.closeDay());
        if (!open()) {
            facts.add(new LeadPage.Fact("Reason", SalesWords.of(deal.reason())));
        }
        facts.add(new LeadPage.Fact("Id", deal.id()));
        facts.addAll(LeadPage.changes(deal.revision(), changed, now));
        return facts;
    }

    private static String money(double amount) {
        return Figures.number(amount, 0) + "\u00a0$";
    }

    private static void day(List<LeadPage.Fact> facts, String label, @Nullable LocalDate day) {
        if (day != null) {
            facts.add(new LeadPage.Fact(label, Timeline.day(day)));
        }
    }

    /** Returns the stages, the last one first. */
    public List<Step> way() {
        List<Step> way = new ArrayList<>();
        long today = LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
        for (int i = 0; i < steps.size(); i++) {
            StageHistory step = steps.get(i);
            boolean last = i == steps.size() - 1;
            long until = last ? today : steps.get(i + 1).day();
            way.add(new Step(
                    SalesWords.of(step.stage()),
                    Timeline.day(LocalDate.ofEpochDay(step.day())),
                    last && !open() ? "" : Figures.count(Math.max(0, until - step.day())),
                    last));
        }
        Collections.reverse(way);
        return way;
    }

    public List<Timeline.Entry> timeline() {
        return Timeline.entries(notes, names, now);
    }
}
