package io.nqba.bench;

import java.io.PrintWriter;
import java.util.Locale;

/** Writes figures as {@code metric,value,unit}, one line each, at once. */
public final class Figures {
    private final PrintWriter out;

    public Figures(PrintWriter out) {
        this.out = out;
        line("metric,value,unit");
    }

    /** Writes one figure; the unit is such as {@code us} or {@code ratio}, empty for a pure number. */
    public void add(String metric, double value, String unit) {
        line("%s,%s,%s".formatted(metric, shown(value), unit));
    }

    /** Writes one finding in words. */
    public void add(String metric, String finding) {
        line("%s,%s,".formatted(metric, finding));
    }

    /** Nine significant digits, so that a gap and a value both keep what matters. */
    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.9g", value);
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }
}
