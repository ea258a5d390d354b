package io.nqba.console.page.finance;

import io.nqba.console.finance.FrontierPointView;
import io.nqba.console.finance.PortfolioHead;
import io.nqba.console.finance.ProposalView;
import io.nqba.console.finance.ProposalView.Figures;
import io.nqba.console.finance.ProposalView.PositionView;
import io.nqba.console.finance.ProposalView.Trial;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.optimisation.RunRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One portfolio with one of its runs.
 *
 * @param portfolio the portfolio
 * @param runs its runs, newest first
 * @param run the chosen run; null while there is none
 * @param proposal its answer; null before there is one
 * @param frontier its frontier
 * @param starting whether the form is shown
 */
record PortfolioPage(
        PortfolioHead portfolio,
        List<RunRow> runs,
        @Nullable RunRow run,
        @Nullable ProposalView proposal,
        ChartCard frontier,
        boolean starting) {
    private static final double HELD = 5e-5;

    static PortfolioPage of(
            PortfolioHead portfolio,
            List<RunRow> runs,
            @Nullable RunRow run,
            @Nullable ProposalView proposal,
            List<FrontierPointView> points) {
        String runId = run == null ? "" : run.id();
        return new PortfolioPage(portfolio, runs, run, proposal, FrontierChart.of(runId, points, proposal), false);
    }

    PortfolioPage start() {
        return new PortfolioPage(portfolio, runs, run, proposal, frontier, true);
    }

    /** Returns one line about the portfolio. */
    public String lead() {
        return "For %s, from universe %s, in %s; at most %s in one instrument, trading costs %s"
                .formatted(
                        portfolio.owner(),
                        portfolio.universeId(),
                        portfolio.currency(),
                        percent(portfolio.mostWeight()),
                        percent(portfolio.costPerUnit(), 2));
    }

    /** Returns the address of the proposal or of the form. */
    public String href(boolean form) {
        UriComponentsBuilder href = UriComponentsBuilder.fromPath("/goliath/portfolios/{id}");
        if (run != null) {
            href.queryParam("run", run.id());
        }
        if (form) {
            href.queryParam("tab", "start");
        }
        return href.encode().buildAndExpand(portfolio.id()).toUriString();
    }

    /** Returns where the trades are as CSV. */
    public String tradesHref() {
        return "/api/v1/goliath/portfolio-optimization/" + runId() + "/trades?format=csv";
    }

    /** Returns where the weights are as CSV. */
    public String weightsHref() {
        return "/api/v1/goliath/portfolio-optimization/" + runId() + "?format=csv";
    }

    public String runId() {
        return run == null ? "" : run.id();
    }

    /**
     * One figure of the portfolio as it is, of the proposal and of equal weights.
     *
     * @param name what it is, with its unit
     */
    public record Row(String name, String now, String proposed, String equal) {}

    /** Returns the figures beside each other. */
    public List<Row> figures() {
        if (proposal == null) {
            return List.of();
        }
        Figures now = proposal.now();
        Figures ours = proposal.proposed();
        Figures equal = proposal.equalWeight();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                "Expected return, a year",
                now == null ? "–" : percent(now.expectedReturn()),
                percent(ours.expectedReturn()),
                percent(equal.expectedReturn())));
        rows.add(new Row(
                "Volatility, a year",
                now == null ? "–" : percent(now.volatility()),
                percent(ours.volatility()),
                percent(equal.volatility())));
        rows.add(new Row(
                "Sharpe ratio, as estimated",
                now == null ? "–" : ratio(now.sharpe()),
                ratio(ours.sharpe()),
                ratio(equal.sharpe())));
        rows.add(new Row(
                "Expected shortfall %.0f %%, a day".formatted(100 * proposal.level()),
                now == null ? "–" : known(now.shortfall()),
                known(ours.shortfall()),
                known(equal.shortfall())));
        rows.add(new Row(
                "Instruments held",
                now == null ? "–" : Integer.toString(now.names()),
                Integer.toString(ours.names()),
                Integer.toString(equal.names())));
        rows.add(new Row(
                "Trading cost to get there",
                now == null ? "–" : percent(0, 2),
                percent(proposal.tradingCost() / proposal.capital(), 2),
                "–"));
        Trial trial = proposal.trial();
        if (trial != null) {
            rows.add(new Row("Sharpe ratio on the past", "–", ratio(trial.sharpe()), ratio(trial.equalSharpe())));
        }
        return rows;
    }

    /** Returns who won on the past, in words; empty where it was not tried. */
    public String verdict() {
        Trial trial = proposal == null ? null : proposal.trial();
        if (trial == null) {
            return "";
        }
        String tries = "%d quarters, each decided on the two years before".formatted(trial.windows());
        return trial.equalWon()
                ? "On the past equal weights won: %s against %s over %s."
                        .formatted(ratio(trial.equalSharpe()), ratio(trial.sharpe()), tries)
                : "On the past this rule won: %s against %s of equal weights over %s."
                        .formatted(ratio(trial.sharpe()), ratio(trial.equalSharpe()), tries);
    }

    /** Returns whether equal weights won on the past. */
    public boolean equalWon() {
        return proposal != null && proposal.trial() != null && proposal.trial().equalWon();
    }

    /**
     * One instrument held now or then.
     *
     * @param barNow length of its bar now
     * @param barProposed length of its bar then
     */
    public record Weight(
            String id,
            String name,
            String sector,
            String now,
            String proposed,
            String risk,
            String barNow,
            String barProposed) {}

    /** Returns what is held now or then, the largest first. */
    public List<Weight> weights() {
        if (proposal == null) {
            return List.of();
        }
        double longest = proposal.positions().stream()
                .mapToDouble(position -> Math.max(Math.abs(position.weightNow()), Math.abs(position.weightProposed())))
                .max()
                .orElse(1);
        return proposal.positions().stream()
                .filter(position -> Math.abs(position.weightNow()) > HELD || Math.abs(position.weightProposed()) > HELD)
                .sorted(Comparator.comparingDouble((PositionView position) -> -position.weightProposed())
                        .thenComparing(PositionView::instrumentId))
                .map(position -> weight(position, longest))
                .toList();
    }

    private static Weight weight(PositionView position, double longest) {
        Double risk = position.riskShare();
        return new Weight(
                position.instrumentId(),
                position.name(),
                position.sector(),
                percent(position.weightNow()),
                percent(position.weightProposed()),
                risk == null ? "–" : percent(risk),
                length(position.weightNow(), longest),
                length(position.weightProposed(), longest));
    }

    /**
     * One trade.
     *
     * @param side Buy or Sell
     */
    public record TradeRow(
            String id, String side, String shares, String price, String value, String cost, String reason) {}

    /** Returns the trades, the largest first. */
    public List<TradeRow> trades() {
        if (proposal == null) {
            return List.of();
        }
        return proposal.positions().stream()
                .filter(position -> !position.reason().isEmpty())
                .sorted(Comparator.comparingDouble((PositionView position) -> -Math.abs(position.tradeValue()))
                        .thenComparing(PositionView::instrumentId))
                .map(PortfolioPage::trade)
                .toList();
    }

    private static TradeRow trade(PositionView position) {
        double shares = Math.abs(position.tradeShares());
        boolean whole = shares == Math.rint(shares);
        return new TradeRow(
                position.instrumentId(),
                position.tradeShares() > 0 ? "Buy" : "Sell",
                String.format(Locale.ENGLISH, whole ? "%,.0f" : "%,.2f", shares),
                String.format(Locale.ENGLISH, "%,.2f", position.price()),
                String.format(Locale.ENGLISH, "%,.2f", Math.abs(position.tradeValue())),
                String.format(Locale.ENGLISH, "%,.2f", position.cost()),
                position.reason());
    }

    /** Returns what the trades come to, in words. */
    public String tradesLead() {
        return proposal == null
                ? ""
                : String.format(
                        Locale.ENGLISH,
                        "%s of %,.0f %s turned over, cost %,.2f, cash after %s; prices of %s",
                        percent(proposal.turnover()),
                        proposal.capital(),
                        proposal.currency(),
                        proposal.tradingCost(),
                        io.nqba.console.page.Figures.number(proposal.cashProposed(), 2),
                        proposal.pricesOf());
    }

    static String percent(double share) {
        return percent(share, 1);
    }

    private static String percent(double share, int decimals) {
        String text = String.format(Locale.ENGLISH, "%." + decimals + "f", 100 * share);
        String plain = text.matches("-[0.]*") ? text.substring(1) : text.replace('-', '−');
        return plain + "\u00a0%";
    }

    private static String known(@Nullable Double share) {
        return share == null ? "–" : percent(share, 2);
    }

    private static String ratio(@Nullable Double value) {
        return value == null
                ? "–"
                : String.format(Locale.ENGLISH, "%.2f", value).replace('-', '−');
    }

    private static String length(double weight, double longest) {
        return String.format(Locale.ROOT, "%.2f%%", longest > 0 ? 100 * Math.abs(weight) / longest : 0);
    }
}
