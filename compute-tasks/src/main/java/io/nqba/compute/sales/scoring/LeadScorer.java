package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.Logistic;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.ScoringModel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;

/** A stored model, ready to score leads: calibrated probability, grade, reasons in words. Immutable. */
final class LeadScorer {
    /** More reasons than that nobody reads. */
    private static final int MOST_REASONS = 4;
    /** Log odds below which a feature is no reason: the odds change by less than a twentieth. */
    private static final double LEAST_REASON = 0.05;

    private final LeadSchema schema;
    private final ScoringModel model;
    private final RawModel raw;
    private final int[] features;
    private final String[] names;
    private final FeatureKind[] kinds;
    private final String[] units;
    private final double[] calibration;
    private final double baseRate;

    LeadScorer(LeadSchema schema, ScoringModel model) {
        this.schema = schema;
        this.model = model;
        this.raw = new RawModel(schema, model.kind(), model.parameters());
        this.features = raw.features();
        this.names = Arrays.stream(schema.names())
                .map(name -> name.replace('_', ' '))
                .toArray(String[]::new);
        this.kinds = schema.kinds();
        this.units = schema.units();
        this.calibration = model.parameters().calibration();
        this.baseRate = model.drift().baseRate();
    }

    String modelId() {
        return model.modelId();
    }

    /** Whether a lead has the values that the schema names. */
    boolean fits(Lead lead) {
        return lead.width() == schema.width();
    }

    /** Scores a stored lead. */
    LeadScore score(Lead lead, long nowMillis) {
        return score(lead.leadId(), lead.values(), nowMillis).of(lead);
    }

    LeadScore score(String leadId, double[] values, long nowMillis) {
        float[] known = floats(values);
        double probability = probability(known);
        double[] contributions = raw.contributions(known);
        int[] strongest = strongest(contributions);
        return new LeadScore(
                leadId,
                model.modelId(),
                probability,
                grade(probability, baseRate),
                Arrays.stream(strongest)
                        .mapToObj(at -> reason(features[at], values[features[at]], contributions[at]))
                        .toArray(String[]::new),
                Arrays.stream(strongest).mapToDouble(at -> contributions[at]).toArray(),
                nowMillis);
    }

    /** Returns the calibrated probability of a lead. */
    double probability(float[] values) {
        double uncalibrated = Logistic.probability(raw.margin(values, 0, new float[raw.width()]));
        if (calibration.length == 0) {
            return uncalibrated;
        }
        return calibration[(int) Math.min(calibration.length - 1L, (long) (uncalibrated * calibration.length))];
    }

    /**
     * Returns the letter of a probability: what matters to people is how it compares with a lead picked blindly. A is three times as likely
     * as that, B one and a half times, C about the same, D less than three quarters, E less than four tenths.
     */
    static LeadGrade grade(double probability, double baseRate) {
        double times = probability / baseRate;
        if (times >= 3) {
            return LeadGrade.A;
        }
        if (times >= 1.5) {
            return LeadGrade.B;
        }
        if (times >= 0.75) {
            return LeadGrade.C;
        }
        return times >= 0.4 ? LeadGrade.D : LeadGrade.E;
    }

    /** Returns the places of what adds most, strongest first, of equals the first. A sweep asks for every lead, so nothing is sorted. */
    private static int[] strongest(double[] contributions) {
        int[] best = new int[MOST_REASONS];
        int count = 0;
        for (int at = 0; at < contributions.length; at++) {
            double strength = Math.abs(contributions[at]);
            int place = count;
            while (place > 0 && Math.abs(contributions[best[place - 1]]) < strength) {
                place--;
            }
            if (place < MOST_REASONS && strength >= LEAST_REASON) {
                count = Math.min(count + 1, MOST_REASONS);
                System.arraycopy(best, place, best, place + 1, count - place - 1);
                best[place] = at;
            }
        }
        return Arrays.copyOf(best, count);
    }

    private String reason(int feature, double value, double contribution) {
        String factor = oneDecimal(Math.exp(Math.abs(contribution)));
        return shown(feature, value) + (contribution > 0 ? " raises" : " lowers") + " the odds " + factor + " times";
    }

    /** Formats by hand what every reason of every lead needs. */
    private static String oneDecimal(double number) {
        if (number >= 1e15) {
            return String.format(Locale.ENGLISH, "%.1f", number);
        }
        long tenths = Math.round(number * 10);
        return tenths / 10 + "." + tenths % 10;
    }

    private String shown(int feature, double value) {
        String name = names[feature];
        if (Double.isNaN(value)) {
            return "unknown " + name;
        }
        if (kinds[feature] == FeatureKind.CATEGORY) {
            int word = (int) value;
            return word >= 0 && word < schema.words(feature).size()
                    ? name + " " + schema.words(feature).get(word)
                    : "unknown " + name;
        }
        String number = BigDecimal.valueOf(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
        String unit = units[feature];
        return name + " " + number + (unit.isEmpty() ? "" : " " + unit);
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int j = 0; j < floats.length; j++) {
            floats[j] = (float) values[j];
        }
        return floats;
    }
}
