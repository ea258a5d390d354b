package io.nqba.compute.kernel.risk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the worst stretches of a history, so that nobody needs to remember when they were. */
public final class StressWindows {
    private StressWindows() {}

    /**
     * A stretch of periods.
     *
     * @param from first period
     * @param to period after the last one
     * @param change sum of its values; for returns about the change of wealth
     */
    public record Window(int from, int to, double change) {}

    /**
     * Returns the stretches with the lowest sums that do not overlap, worst first; of equals the earlier.
     *
     * @param values returns or profits per period; a gap, not a number, counts as 0
     * @param length periods of a stretch, at least 1
     * @param count most stretches wanted
     */
    public static List<Window> worst(double[] values, int length, int count) {
        int starts = values.length - length + 1;
        if (starts < 1 || length < 1) {
            return List.of();
        }
        double[] before = new double[values.length + 1];
        for (int t = 0; t < values.length; t++) {
            before[t + 1] = before[t] + (Double.isNaN(values[t]) ? 0 : values[t]);
        }
        List<Window> all = IntStream.range(0, starts)
                .mapToObj(t -> new Window(t, t + length, before[t + length] - before[t]))
                .filter(window -> window.change() < 0)
                .sorted(Comparator.comparingDouble(Window::change).thenComparingInt(Window::from))
                .toList();
        List<Window> chosen = new ArrayList<>();
        BitSet taken = new BitSet(values.length);
        for (Window window : all) {
            int used = taken.nextSetBit(window.from());
            if (chosen.size() < count && (used < 0 || used >= window.to())) {
                chosen.add(window);
                taken.set(window.from(), window.to());
            }
        }
        return List.copyOf(chosen);
    }
}
