package io.nqba.console.page.council;

import io.nqba.console.energy.DistrictView;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.console.page.StatCard.Tone;
import io.nqba.console.page.optimisation.RunRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the council sees.
 *
 * @param lead the state of things in one sentence
 * @param flyfox the energy unit in one line
 * @param stats key figures; empty before the first answer
 * @param running runs whose figures still move
 * @param latest the newest runs that have ended, one a district
 */
record CouncilView(String lead, String flyfox, List<StatCard> stats, List<RunRow> running, List<RunRow> latest) {
    private static final int SHOWN = 3;
    private static final String DISTRICT_KIND = "energy-optimization";

    /**
     * Returns what the council sees.
     *
     * @param recent newest runs of every kind
     * @param plans newest runs that schedule a district; runs of other kinds do not push them out
     */
    static CouncilView of(List<DistrictView> districts, List<RunView> recent, List<RunView> plans) {
        Map<String, String> names = districts.stream().collect(Collectors.toMap(DistrictView::id, DistrictView::name));
        List<RunRow> running = rows(recent, names).filter(RunRow::live).toList();
        List<RunRow> answered = answered(rows(plans, names));
        return new CouncilView(
                lead(running, answered),
                flyfox(districts),
                stats(answered),
                running,
                answered.stream().limit(SHOWN).toList());
    }

    /** Returns the newest plan of each district: two runs of one district would be counted twice. */
    private static List<RunRow> answered(Stream<RunRow> runs) {
        Set<String> seen = new HashSet<>();
        return runs.filter(row ->
                        !row.live() && row.proof().valueKnown() && row.proof().boundKnown())
                .filter(row -> seen.add(row.run().subject()))
                .toList();
    }

    private static Stream<RunRow> rows(List<RunView> runs, Map<String, String> names) {
        return runs.stream().map(run -> RunRow.of(run, names));
    }

    private static String lead(List<RunRow> running, List<RunRow> answered) {
        String now = switch (running.size()) {
            case 0 -> "Nothing is being optimised now";
            case 1 -> "One optimisation is running";
            default -> running.size() + " optimisations are running";
        };
        return now + (answered.isEmpty() ? "." : "; every answer below says how good it is proven to be.");
    }

    private static String flyfox(List<DistrictView> districts) {
        if (districts.isEmpty()) {
            return "No district on this grid yet.";
        }
        long sites = districts.stream().mapToLong(DistrictView::sites).sum();
        String names = districts.stream().limit(SHOWN).map(DistrictView::name).collect(Collectors.joining(", "));
        return "%s in %s: %s%s."
                .formatted(
                        sites == 1 ? "1 site" : Figures.count(sites) + " sites",
                        districts.size() == 1 ? "1 district" : districts.size() + " districts",
                        names,
                        districts.size() > SHOWN ? " and others" : "");
    }

    /** Adds up what districts pay; the value of a plain problem is no money. */
    private static List<StatCard> stats(List<RunRow> answered) {
        List<RunRow> districts = answered.stream()
                .filter(row -> row.run().kind().equals(DISTRICT_KIND))
                .toList();
        List<RunRow> oneCurrency = districts.stream()
                .filter(row ->
                        row.proof().unit().equals(districts.get(0).proof().unit()))
                .toList();
        if (oneCurrency.isEmpty()) {
            return List.of();
        }
        String currency = oneCurrency.get(0).proof().unit();
        double cost =
                oneCurrency.stream().mapToDouble(row -> row.proof().value()).sum();
        double bound =
                oneCurrency.stream().mapToDouble(row -> row.proof().bound()).sum();
        double baseline =
                oneCurrency.stream().mapToDouble(row -> row.proof().baseline()).sum();
        String over = oneCurrency.size() == 1
                ? "newest answer of 1 district"
                : "newest answers of " + oneCurrency.size() + " districts";
        return List.of(
                StatCard.plain("Planned cost", Figures.money(cost, currency), over),
                StatCard.of(
                        "Saved against no battery",
                        Figures.money(baseline - cost, currency),
                        Figures.percent((baseline - cost) / baseline) + " of the cost without batteries",
                        cost <= baseline ? Tone.GOOD : Tone.BAD),
                StatCard.plain(
                        "Still to be had, at most", Figures.money(cost - bound, currency), "proven by the bounds"),
                StatCard.plain(
                        "Above the best possible, at most",
                        bound > 0 ? Figures.gap((cost - bound) / bound) : "–",
                        "proven by the bounds"));
    }
}
