package io.nqba.compute.kernel.revenue;

import io.nqba.compute.kernel.risk.NormalDistribution;

/**
 * How likely a deal has gone ahead, or out, by a given age: the Aalen–Johansen estimate from days at risk. Open deals count for as long as
 * they were seen and no longer; neither "open is not won" nor "open deals are left out" is assumed. Bins of several days count as one
 * step of their mean number at risk. Immutable. O(bins) to make, O(bins) an interval.
 *
 * <p>Sources: O. O. Aalen, S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored observations"
 * (1978); variance by the delta method after E. Marubini, M. G. Valsecchi, "Analysing Survival Data from Clinical Trials and
 * Observational Studies" (1995), 10.3; interval of the median after R. Brookmeyer, J. Crowley, "A confidence interval for the median
 * survival time" (1982), doi:10.2307/2530286.
 */
public final class CompetingRisks {
    private final double[] atRisk;
    private final double[] ahead;
    private final double[] out;
    private final double[] aheadBy;
    private final double[] outBy;
    private final double[] staying;
    private final int bins;

    private CompetingRisks(double[] atRisk, double[] ahead, double[] out, int bins) {
        this.atRisk = atRisk;
        this.ahead = ahead;
        this.out = out;
        this.bins = bins;
        aheadBy = new double[bins];
        outBy = new double[bins];
        staying = new double[bins];
        double left = 1;
        double won = 0;
        double lost = 0;
        for (int bin = 0; bin < bins; bin++) {
            if (atRisk[bin] > 0) {
                won += left * ahead[bin] / atRisk[bin];
                lost += left * out[bin] / atRisk[bin];
                left *= Math.max(0, 1 - (ahead[bin] + out[bin]) / atRisk[bin]);
            }
            aheadBy[bin] = won;
            outBy[bin] = lost;
            staying[bin] = left;
        }
    }

    /**
     * @param exposure days at risk by bin of age, shape {@code [AgeBins.COUNT]}
     * @param ahead how many went ahead there
     * @param out how many went out there
     */
    static CompetingRisks of(long[] exposure, long[] ahead, long[] out) {
        double[] atRisk = new double[exposure.length];
        double[] first = new double[exposure.length];
        double[] second = new double[exposure.length];
        int last = 0;
        for (int bin = 0; bin < exposure.length; bin++) {
            first[bin] = ahead[bin];
            second[bin] = out[bin];
            // Of those that leave within a week some are no longer at risk on all of its days.
            atRisk[bin] = Math.max((double) exposure[bin] / AgeBins.days(bin), first[bin] + second[bin]);
            last = exposure[bin] > 0 ? bin + 1 : last;
        }
        return new CompetingRisks(atRisk, first, second, last);
    }

    /** Returns how many ages anything is known of. */
    public int bins() {
        return bins;
    }

    /** Returns how many deals were at risk at an age. */
    public double atRisk(int bin) {
        return bin < bins ? atRisk[bin] : 0;
    }

    /** Returns the probability to have gone ahead by the end of a bin. */
    public double aheadBy(int bin) {
        return bins == 0 ? Double.NaN : aheadBy[Math.min(bin, bins - 1)];
    }

    public double outBy(int bin) {
        return bins == 0 ? Double.NaN : outBy[Math.min(bin, bins - 1)];
    }

    /** Returns the probability to be still there after a bin. */
    public double stayingAfter(int bin) {
        return bins == 0 ? Double.NaN : staying[Math.min(bin, bins - 1)];
    }

    /** Returns the probability that a deal that was there on a day goes ahead one day, as far as ages are known. */
    public double aheadAfter(int bin) {
        if (bin >= bins) {
            return Double.NaN;
        }
        return staying[bin] > 0 ? (aheadBy[bins - 1] - aheadBy[bin]) / staying[bin] : 0;
    }

    /**
     * Returns {@link #aheadBy} with its interval, from normal errors of log(−log(1 − probability)), which stays between 0 and 1.
     *
     * @param level share of such intervals that hold, such as 0.8
     */
    public Interval aheadBy(int bin, double level) {
        if (bins == 0) {
            return Interval.UNKNOWN;
        }
        int last = Math.min(bin, bins - 1);
        double value = aheadBy[last];
        if (value <= 0 || value >= 1) {
            return new Interval(value, value, value);
        }
        double log = Math.log1p(-value);
        double spread = NormalDistribution.quantile((1 + level) / 2) * Math.sqrt(variance(last)) / ((1 - value) * -log);
        return new Interval(value, -Math.expm1(log * Math.exp(-spread)), -Math.expm1(log * Math.exp(spread)));
    }

    double variance(int last) {
        double sum = 0;
        double before = 1;
        for (int s = 0; s <= last; s++) {
            double n = atRisk[s];
            if (n > 0) {
                double all = ahead[s] + out[s];
                double rest = aheadBy[last] - aheadBy[s];
                if (n > all) {
                    sum += rest * rest * all / (n * (n - all));
                }
                sum += before * before * (n - ahead[s]) * ahead[s] / (n * n * n);
                sum -= 2 * rest * before * ahead[s] / (n * n);
            }
            before = staying[s];
        }
        return Math.max(0, sum);
    }

    /**
     * Returns the age by which half of all deals have left, either way, days; not a number where more than half stay as long as
     * anybody has seen, and an end of the interval that is not reached is infinite.
     */
    public Interval medianDays(double level) {
        double z = NormalDistribution.quantile((1 + level) / 2);
        double median = Double.NaN;
        double low = Double.NaN;
        double high = Double.POSITIVE_INFINITY;
        double greenwood = 0;
        for (int bin = 0; bin < bins; bin++) {
            double all = ahead[bin] + out[bin];
            if (all > 0 && atRisk[bin] > all) {
                greenwood += all / (atRisk[bin] * (atRisk[bin] - all));
            }
            double s = staying[bin];
            double day = AgeBins.firstDay(bin) + AgeBins.days(bin) - 1;
            if (s <= 0.5 && Double.isNaN(median)) {
                median = day;
            }
            double log = Math.log(s);
            double spread = s > 0 && s < 1 ? z * Math.sqrt(greenwood) / -log : 0;
            if (Math.exp(log * Math.exp(spread)) <= 0.5 && Double.isNaN(low)) {
                low = day;
            }
            if (Math.exp(log * Math.exp(-spread)) <= 0.5) {
                high = day;
                break;
            }
        }
        return Double.isNaN(median) ? Interval.UNKNOWN : new Interval(median, low, high);
    }

    /** Returns the age by which half of those that go ahead have done so, days; not a number where none does. */
    public double medianDaysAhead() {
        if (bins == 0 || aheadBy[bins - 1] == 0) {
            return Double.NaN;
        }
        int bin = 0;
        while (aheadBy[bin] < aheadBy[bins - 1] / 2) {
            bin++;
        }
        return AgeBins.firstDay(bin) + AgeBins.days(bin) - 1;
    }
}
