package io.nqba.console.page;

import io.nqba.model.optimisation.ObjectiveSense;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The signature of the console: one optimised figure on one strip, baseline → value → bound. The strip runs from the
 * baseline at the left to the bound at the right, so its length is all that can be gained; what was gained is filled, and
 * the gap is the unfilled rest. Right is better, whether the figure falls towards its bound or rises.
 *
 * @param runId run whose progress moves the strip; empty when it stands still
 * @param measure what is measured, such as {@code Cost}
 * @param sense which way the figure gets better
 * @param unit unit of all figures: a currency, another one, or empty for plain numbers
 * @param baselineName the first baseline in words, such as {@code no battery}; empty before it is known
 * @param baseline the first baseline; NaN before it is known
 * @param value best answer so far; NaN before there is one
 * @param bound what nobody can beat; NaN before it is known
 * @param others further baselines, drawn as notches
 * @param live whether figures still move
 * @param ending why there will be no value, in sentences; empty while there may be one
 */
public record ProofStrip(
        String runId,
        String measure,
        ObjectiveSense sense,
        String unit,
        String baselineName,
        double baseline,
        double value,
        double bound,
        List<Notch> others,
        boolean live,
        String ending) {
    /** Below this relative gap the answer is called the best possible: rounding of the arithmetic, not a gap. */
    static final double EXACT = 1e-9;

    /** How many times its base a figure may be for a share of the base to say something. */
    private static final double MOST_TIMES = 10;

    public ProofStrip {
        others = List.copyOf(others);
    }

    /** A strip that has a value or may still get one. */
    public ProofStrip(
            String runId,
            String measure,
            ObjectiveSense sense,
            String unit,
            String baselineName,
            double baseline,
            double value,
            double bound,
            List<Notch> others,
            boolean live) {
        this(runId, measure, sense, unit, baselineName, baseline, value, bound, others, live, "");
    }

    /**
     * One further baseline.
     *
     * @param name the policy in words
     * @param value what it gets
     */
    public record Notch(String name, double value) {}

    /** Returns how far the value has come from baseline to bound, 0..100. */
    public double filled() {
        return position(value);
    }

    /** Returns where a figure stands between baseline (0) and bound (100); outside figures stand at the ends. */
    public double position(double figure) {
        if (!Double.isFinite(figure) || !Double.isFinite(baseline)) {
            return 0;
        }
        double length = sense.gain(end(), baseline);
        double way = sense.gain(figure, baseline);
        if (!(length > 0)) {
            return way >= 0 ? 100 : 0;
        }
        return Math.min(100, Math.max(0, 100 * way / length));
    }

    /**
     * Returns where the strip ends: at the bound, or at zero where the figure runs towards it. Where neither is known, the
     * answer stands in the middle, because nobody can say how much is left.
     */
    private double end() {
        if (Double.isFinite(bound)) {
            return bound;
        }
        boolean towardsZero = sense.gain(0, baseline) > 0 && !(sense.gain(0, value) < 0);
        return towardsZero ? 0 : 2 * value - baseline;
    }

    /** Returns what the bound leaves open, relative to the bound; NaN before both are known. */
    public double openShare() {
        double open = sense.gain(bound, value);
        return bound == 0 ? (open == 0 ? 0 : Double.NaN) : open / Math.abs(bound);
    }

    /** Returns the strip in one sentence. */
    public String sentence() {
        if (!Double.isFinite(value)) {
            return ending.isEmpty() ? "No answer yet: the first round brings one." : ending;
        }
        return measure + " " + valueText() + againstBaseline() + againstBound() + ".";
    }

    public String valueText() {
        return Figures.amount(value, unit);
    }

    public String baselineText() {
        return Figures.amount(baseline, unit);
    }

    public String boundText() {
        return Figures.amount(bound, unit);
    }

    public boolean valueKnown() {
        return Double.isFinite(value);
    }

    public boolean boundKnown() {
        return Double.isFinite(bound);
    }

    /** Returns the label under the left end. */
    public String leftLabel() {
        return Double.isFinite(baseline)
                ? capitalised(baselineName) + " " + baselineText()
                : ending.isEmpty() ? "Baseline not known yet" : "No baseline";
    }

    /** Returns the label under the right end. */
    public String rightLabel() {
        return boundKnown() ? "Bound " + boundText() : live ? "No bound yet" : "No bound";
    }

    /** Returns {@link #filled} as a length. */
    public String filledPercent() {
        return percentage(filled());
    }

    /** Returns the unfilled rest as a length. */
    public String restPercent() {
        return percentage(100 - filled());
    }

    /** Returns on which side of the needle its label stands. */
    public String labelAnchor() {
        return filled() > 50 ? "end" : "start";
    }

    /** Returns where the notches of the further baselines stand. */
    public List<Place> notches() {
        return others.stream()
                .map(notch -> new Place(percentage(position(notch.value()))))
                .toList();
    }

    /**
     * A place on the strip.
     *
     * @param at distance from the left end, as a length
     */
    public record Place(String at) {}

    /** Returns every policy and the answer, each on a bar from zero to the largest. */
    public List<Rung> ladder() {
        List<Rung> rungs = new ArrayList<>();
        double longest = Math.max(Math.abs(baseline), Math.abs(value));
        for (Notch other : others) {
            longest = Math.max(longest, Math.abs(other.value()));
        }
        if (Double.isFinite(baseline)) {
            rungs.add(rung(capitalised(baselineName), baseline, longest, false));
        }
        for (Notch other : others) {
            rungs.add(rung(capitalised(other.name()), other.value(), longest, false));
        }
        if (valueKnown() && !live) {
            rungs.add(rung("This run", value, longest, true));
        }
        return rungs;
    }

    /**
     * One policy beside the others.
     *
     * @param width length of its bar
     * @param change against the first baseline
     * @param ours whether it is the answer of the run
     */
    public record Rung(String name, String figure, String width, String change, boolean ours) {}

    private Rung rung(String name, double figure, double longest, boolean ours) {
        double change = comparable(baseline, figure) ? (figure - baseline) / Math.abs(baseline) : Double.NaN;
        return new Rung(
                name,
                Figures.amount(figure, unit),
                percentage(longest > 0 ? 100 * Math.abs(figure) / longest : 0),
                change(change),
                ours);
    }

    private static String change(double share) {
        return share == 0 ? "" : (share > 0 ? "+" : "") + Figures.percent(share);
    }

    private static String percentage(double share) {
        return String.format(Locale.ROOT, "%.3f%%", share);
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Returns the figures for the browser code, which draws the same strip when they move. */
    public String figures() {
        return "%s %s %s".formatted(baseline, value, bound);
    }

    private String againstBaseline() {
        if (!Double.isFinite(baseline)) {
            return "";
        }
        double change = value - baseline;
        String amount = comparable(baseline, value)
                ? Figures.percent(Math.abs(change) / Math.abs(baseline))
                : Figures.amount(Math.abs(change), unit);
        boolean below = sense == ObjectiveSense.MINIMISE ? change <= 0 : change < 0;
        return ", " + amount + (below ? " below " : " above ") + baselineName;
    }

    private String againstBound() {
        if (!Double.isFinite(bound)) {
            return live ? ", nothing proven yet" : ", nothing proven";
        }
        double open = sense.gain(bound, value);
        if (open <= EXACT * Math.max(1, Math.abs(bound))) {
            return ", proven to be the best possible";
        }
        String amount = comparable(bound, value) ? Figures.gap(open / Math.abs(bound)) : Figures.amount(open, unit);
        return ", at most " + amount + (sense == ObjectiveSense.MINIMISE ? " above" : " below") + " the best possible";
    }

    /** Returns whether a share means something: of an income that became a cost, or of next to nothing, it does not. */
    private boolean comparable(double base, double figure) {
        return Math.abs(figure) <= MOST_TIMES * Math.abs(base)
                && ((base > 0 && figure >= 0) || (base < 0 && figure <= 0 && !Figures.money(unit)));
    }
}
