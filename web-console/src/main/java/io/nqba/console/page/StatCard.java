package io.nqba.console.page;

/**
 * One key figure with what it is compared to.
 *
 * @param label what it is
 * @param figure the figure without its unit
 * @param unit its unit; empty for a count
 * @param note one line below: the change, or where the figure comes from
 * @param tone how the note reads
 */
public record StatCard(String label, String figure, String unit, String note, Tone tone) {
    /** Whether the note is good news. Words carry it; colour repeats it. */
    public enum Tone {
        PLAIN,
        GOOD,
        BAD
    }

    /** Splits a figure written by {@link Figures} into number and unit. */
    public static StatCard of(String label, String written, String note, Tone tone) {
        int gap = written.indexOf('\u00a0');
        return gap < 0
                ? new StatCard(label, written, "", note, tone)
                : new StatCard(label, written.substring(0, gap), written.substring(gap + 1), note, tone);
    }

    public static StatCard plain(String label, String written, String note) {
        return of(label, written, note, Tone.PLAIN);
    }

    /** Returns the last part of the style class. */
    public String toneClass() {
        return switch (tone) {
            case PLAIN -> "plain";
            case GOOD -> "good";
            case BAD -> "bad";
        };
    }
}
