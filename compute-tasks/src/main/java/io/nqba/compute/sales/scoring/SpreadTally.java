package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Tally;
import java.util.ArrayList;
import java.util.Arrays;

/** How leads are spread over time, and a sample of the values of each feature, sorted, so that no lead can be told from it. */
final class SpreadTally implements Tally<SpreadTally> {
    static final int STEPS = 1 << 16;

    private final long[] byTime = new long[STEPS];
    private final int width;
    private final ArrayList<float[][]> samples = new ArrayList<>();

    SpreadTally(int width) {
        this.width = width;
    }

    void add(KnownLeads leads, TimeScale scale, double share) {
        float[][] drawn = new float[width][leads.rows()];
        int count = 0;
        for (int row = 0; row < leads.rows(); row++) {
            byTime[scale.step(leads.createdMillis()[row])]++;
            if (LeadIds.lot(leads.all().ids()[row], -1) < share) {
                for (int j = 0; j < width; j++) {
                    drawn[j][count] = leads.all().features()[row * width + j];
                }
                count++;
            }
        }
        for (int j = 0; j < width; j++) {
            drawn[j] = Arrays.copyOf(drawn[j], count);
            Arrays.sort(drawn[j]);
        }
        samples.add(drawn);
    }

    @Override
    public void add(SpreadTally other) {
        for (int s = 0; s < STEPS; s++) {
            byTime[s] += other.byTime[s];
        }
        samples.addAll(other.samples);
    }

    long[] byTime() {
        return byTime;
    }

    /** Returns the samples as rows of values that do not belong together; all features have equally many. */
    float[] sample() {
        int rows = samples.stream().mapToInt(drawn -> drawn[0].length).sum();
        float[] sample = new float[rows * width];
        int at = 0;
        for (float[][] drawn : samples) {
            for (int row = 0; row < drawn[0].length; row++, at++) {
                for (int j = 0; j < width; j++) {
                    sample[at * width + j] = drawn[j][row];
                }
            }
        }
        return sample;
    }
}
