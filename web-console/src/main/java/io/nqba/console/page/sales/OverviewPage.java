package io.nqba.console.page.sales;

import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.console.page.StatCard.Tone;
import io.nqba.console.sales.SalesOverview;
import io.nqba.console.sales.SalesOverview.Closed;
import io.nqba.console.sales.SalesOverview.GradeTotal;
import io.nqba.console.sales.SalesOverview.Load;
import io.nqba.console.sales.SalesOverview.OverdueTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a lead of sales decides on in ten seconds.
 *
 * @param figures the figures
 * @param names what agents are called
 * @param today the day on which it is looked at
 */
record OverviewPage(SalesOverview figures, BookNames.Names names, LocalDate today) {
    static final String PATH = "/sigma";
    private static final int AGENTS = 12;

    /**
     * Open leads of a grade.
     *
     * @param width length of its bar, of 1,000
     */
    record Grade(String letter, String href, String leads, String expected, String width) {}

    /** What an agent has in hand. */
    record Agent(
            String name,
            String href,
            String leads,
            String hours,
            String capacity,
            String share,
            String width,
            boolean over) {}

    /** A task whose day is over. */
    record Late(String href, String lead, String due, String agent) {}

    public List<StatCard> stats() {
        return List.of(
                StatCard.plain("Open pipeline", money(figures.openAmount()), deals(figures.openDeals())),
                StatCard.plain(
                        "Weighted", money(figures.weightedAmount()), "times what each agent wins with the product"),
                StatCard.of(
                        "Win rate, " + figures.thisQuarter().quarter(),
                        rate(figures.thisQuarter()),
                        compared(),
                        tone()),
                newLeads(),
                StatCard.of(
                        "Leads without an owner",
                        Figures.count(figures.unownedLeads()),
                        "of " + Figures.count(figures.openLeads()) + " open leads",
                        figures.unownedLeads() > 0 ? Tone.BAD : Tone.PLAIN),
                StatCard.of(
                        "Overdue tasks",
                        Figures.count(figures.overdueTasks()),
                        figures.overdueTasks() == 0 ? "everything is in time" : "the oldest stand below",
                        figures.overdueTasks() > 0 ? Tone.BAD : Tone.GOOD));
    }

    private static String deals(long count) {
        return count == 1 ? "1 open deal" : Figures.count(count) + " open deals";
    }

    private static String rate(Closed closed) {
        return Double.isNaN(closed.winRate()) ? "–" : Figures.percent(closed.winRate());
    }

    private String compared() {
        Closed before = figures.lastQuarter();
        long closed = figures.thisQuarter().won() + figures.thisQuarter().lost();
        String of = "of %s closed; ".formatted(Figures.count(closed));
        return Double.isNaN(before.winRate())
                ? of + "none in " + before.quarter()
                : of + Figures.percent(before.winRate()) + " in " + before.quarter();
    }

    private Tone tone() {
        double now = figures.thisQuarter().winRate();
        double before = figures.lastQuarter().winRate();
        if (Double.isNaN(now) || Double.isNaN(before) || now == before) {
            return Tone.PLAIN;
        }
        return now > before ? Tone.GOOD : Tone.BAD;
    }

    private StatCard newLeads() {
        long change = figures.newLeads() - figures.newLeadsBefore();
        String words = change == 0
                ? "as many as the 7 days before"
                : "%s %s than the 7 days before"
                        .formatted(Figures.count(Math.abs(change)), change > 0 ? "more" : "fewer");
        return StatCard.of(
                "New leads, 7 days",
                Figures.count(figures.newLeads()),
                words,
                change == 0 ? Tone.PLAIN : change > 0 ? Tone.GOOD : Tone.BAD);
    }

    private static String money(double amount) {
        return Figures.number(amount, 0) + "\u00a0$";
    }

    public List<Grade> grades() {
        long most = figures.grades().stream().mapToLong(GradeTotal::leads).max().orElse(0);
        return figures.grades().stream().map(total -> grade(total, most)).toList();
    }

    /** Returns whether there are open leads and none of them has a score. */
    public boolean unscored() {
        return !figures.grades().isEmpty() && figures.grades().stream().allMatch(total -> total.grade() == null);
    }

    private static Grade grade(GradeTotal total, long most) {
        String grade = total.grade();
        return new Grade(
                grade == null ? "" : grade,
                grade == null
                        ? ""
                        : LeadAddress.with(LeadAddress.PATH, Map.of("grade", grade.toLowerCase(Locale.ROOT))),
                Figures.count(total.leads()),
                grade == null ? "–" : Figures.number(total.expected(), 0),
                width(most == 0 ? 0 : (double) total.leads() / most));
    }

    public List<Agent> agents() {
        return figures.loads().stream().limit(AGENTS).map(OverviewPage::agent).toList();
    }

    /** Returns how many agents there are beside those shown. */
    public int others() {
        return Math.max(0, figures.loads().size() - AGENTS);
    }

    private static Agent agent(Load load) {
        double share = load.capacity() > 0 ? load.hours() / load.capacity() : load.hours() > 0 ? 1 : 0;
        return new Agent(
                load.name(),
                LeadAddress.with(LeadAddress.PATH, Map.of("owner", load.repId())),
                Figures.count(load.leads()),
                Figures.number(load.hours(), 1),
                Figures.number(load.capacity(), 1),
                Figures.number(100 * share, 0),
                width(Math.min(1, share)),
                share > 1);
    }

    private static String width(double share) {
        return String.format(Locale.ROOT, "%.0f", 1000 * share);
    }

    public List<Late> late() {
        return figures.tasks().stream().map(this::late).toList();
    }

    private Late late(OverdueTask task) {
        String company = task.company();
        return new Late(
                LeadAddress.lead(task.leadId()),
                company == null ? task.leadId() : company,
                Timeline.day(task.dueDay(), today),
                task.repId() == null ? "nobody" : names.rep(task.repId()));
    }
}
