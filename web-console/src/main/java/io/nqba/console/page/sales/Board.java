package io.nqba.console.page.sales;

import io.nqba.console.page.Choice;
import io.nqba.console.page.Figures;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.DealLine;
import io.nqba.console.sales.Quarter;
import io.nqba.console.sales.StageTotal;
import io.nqba.model.sales.DealStage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Deals by stage.
 *
 * @param columns the stages in their order
 * @param choices what the board is filtered by
 * @param href its address
 * @param lead the open pipeline in one sentence
 * @param empty whether there is no deal at all
 */
record Board(List<Column> columns, List<Choice> choices, String href, String lead, boolean empty) {
    static final int CARDS = 15;

    /**
     * One stage.
     *
     * @param key its name in forms
     * @param title what it is called
     * @param count how many deals it has, on all its pages
     * @param figures their money
     * @param next address with the following cards; empty on the last page
     * @param first address with the first cards; empty on the first page
     */
    record Column(
            String key,
            String title,
            String count,
            String figures,
            List<Card> cards,
            String next,
            String first,
            String empty) {}

    /**
     * One deal.
     *
     * @param chance in words; empty for a closed one
     * @param when in words: when it was engaged or closed
     * @param price what is suggested as the amount it brought
     * @param targets stages it can be moved to by a button alone
     */
    record Card(
            String id,
            String title,
            String href,
            String accountHref,
            String product,
            String rep,
            String amount,
            String chance,
            String when,
            String price,
            long revision,
            boolean won,
            boolean lost,
            List<Target> targets) {}

    /** A stage that a deal can be moved to. */
    record Target(String key, String words) {}

    static Board of(
            BoardAddress address,
            List<StageTotal> totals,
            Map<DealStage, Page<DealLine>> pages,
            BookNames.Names names,
            LocalDate today) {
        Map<DealStage, StageTotal> byStage = new EnumMap<>(DealStage.class);
        totals.forEach(total -> byStage.put(total.stage(), total));
        StageTotal first = byStage.get(DealStage.PROSPECTING);
        StageTotal second = byStage.get(DealStage.ENGAGING);
        String lead = first == null || second == null
                ? ""
                : "%s open deal%s of %s\u00a0$; weighted by what their agents win, %s\u00a0$"
                        .formatted(
                                Figures.count(first.deals() + second.deals()),
                                first.deals() + second.deals() == 1 ? "" : "s",
                                Figures.number(first.amount() + second.amount(), 0),
                                Figures.number(first.weighted() + second.weighted(), 0));
        return new Board(
                totals.stream()
                        .map(total -> column(
                                address, total, pages.getOrDefault(total.stage(), Page.whole(List.of())), names, today))
                        .toList(),
                List.of(
                        Choice.of("rep", "Agent", "All agents", names.reps(), address.rep()),
                        Choice.of("product", "Product", "All products", names.products(), address.product())),
                address.href(),
                lead,
                address.rep().isEmpty()
                        && address.product().isEmpty()
                        && totals.stream().allMatch(total -> total.deals() == 0));
    }

    private static Column column(
            BoardAddress address, StageTotal total, Page<DealLine> page, BookNames.Names names, LocalDate today) {
        DealStage stage = total.stage();
        boolean closed = stage == DealStage.WON || stage == DealStage.LOST;
        String money = Figures.number(total.amount(), 0) + "\u00a0$";
        String figures = closed ? money : money + ", weighted " + Figures.number(total.weighted(), 0) + "\u00a0$";
        String next = page.next();
        return new Column(
                SalesWords.key(stage),
                SalesWords.of(stage) + (closed ? ", " + Quarter.of(today) : ""),
                Figures.count(total.deals()),
                figures,
                page.items().stream().map(deal -> card(deal, names, today)).toList(),
                next == null ? "" : address.href(stage, next),
                address.cursor(stage) == null ? "" : address.href(stage, ""),
                closed ? "None this quarter." : "No deal in this stage.");
    }

    private static Card card(DealLine deal, BookNames.Names names, LocalDate today) {
        String account = deal.account();
        String accountId = deal.accountId();
        DealStage stage = deal.stage();
        return new Card(
                deal.id(),
                account == null ? "No account" : account,
                DealPage.href(deal.id()),
                accountId == null ? "" : "/sigma/accounts/" + accountId,
                names.product(deal.productId()),
                deal.repId() == null ? "nobody" : names.rep(deal.repId()),
                Figures.number(deal.amount(), 0) + "\u00a0$",
                stage == DealStage.WON || stage == DealStage.LOST ? "" : "chance " + Figures.percent(deal.chance()),
                when(deal, today),
                String.format(Locale.ROOT, "%.0f", deal.amount()),
                deal.revision(),
                stage == DealStage.WON,
                stage == DealStage.LOST,
                Arrays.stream(DealStage.values())
                        .filter(to -> to != stage && (to == DealStage.PROSPECTING || to == DealStage.ENGAGING))
                        .map(to -> new Target(SalesWords.key(to), SalesWords.of(to)))
                        .toList());
    }

    private static String when(DealLine deal, LocalDate today) {
        LocalDate closed = deal.closeDay();
        LocalDate engaged = deal.engageDay();
        if (closed != null) {
            return "closed " + ago(closed, today);
        }
        return engaged == null ? "not engaged yet" : "engaged " + ago(engaged, today);
    }

    private static String ago(LocalDate day, LocalDate today) {
        long days = today.toEpochDay() - day.toEpochDay();
        return days <= 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
    }
}
