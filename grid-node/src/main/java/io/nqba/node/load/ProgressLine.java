package io.nqba.node.load;

import io.nqba.intake.ImportWatch;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress of a load for people: a bar that redraws itself on a terminal, a plain line every few seconds where the output
 * goes into a file.
 */
public final class ProgressLine implements ImportWatch {
    private static final int BAR_CELLS = 28;
    private static final long REDRAW_NANOS = Duration.ofMillis(150).toNanos();
    private static final long PLAIN_LINE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private final boolean interactive;
    private final LongSupplier nanoClock;
    private String subject = "";
    private long expected;
    private long done;
    private long began;
    private long shown;

    /**
     * Makes a progress that nobody has begun yet.
     *
     * @param nanoClock a clock that only moves forward, ns
     */
    public ProgressLine(PrintWriter out, boolean interactive, LongSupplier nanoClock) {
        this.out = out;
        this.interactive = interactive;
        this.nanoClock = nanoClock;
    }

    /** Returns a progress nobody sees. */
    public static ProgressLine silent() {
        return new ProgressLine(new PrintWriter(Writer.nullWriter()), false, System::nanoTime);
    }

    /** Starts a new line. {@code expectedUnits} is 0 when the end is not known. */
    @Override
    public void begin(String what, long expectedUnits) {
        subject = what;
        expected = expectedUnits;
        done = 0;
        began = nanoClock.getAsLong();
        shown = began;
    }

    /** Counts units done, be it rows or bytes. */
    @Override
    public void advance(long units) {
        done += units;
        long now = nanoClock.getAsLong();
        if (now - shown >= (interactive ? REDRAW_NANOS : PLAIN_LINE_NANOS)) {
            shown = now;
            draw(now, interactive ? "\r" : "", interactive ? "" : System.lineSeparator());
        }
    }

    /** Ends the line with what became of it. */
    @Override
    public void end(String outcome) {
        if (interactive) {
            out.print("\r" + " ".repeat(subject.length() + BAR_CELLS + 24) + "\r");
        }
        out.println(subject + ": " + outcome);
        out.flush();
    }

    private void draw(long now, String before, String after) {
        double seconds = Math.max(1e-9, (now - began) / 1e9);
        String text = expected > 0 ? bar((double) done / expected) : String.format(Locale.ROOT, "%,d", done);
        out.print(before + String.format(Locale.ROOT, "%s %s %.0f s", subject, text, seconds) + after);
        out.flush();
    }

    private static String bar(double share) {
        double bounded = Math.min(1, Math.max(0, share));
        int full = (int) Math.round(bounded * BAR_CELLS);
        return String.format(
                Locale.ROOT, "[%s%s] %3.0f %%", "#".repeat(full), ".".repeat(BAR_CELLS - full), bounded * 100);
    }
}
