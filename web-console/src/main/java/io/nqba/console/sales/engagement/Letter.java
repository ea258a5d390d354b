package io.nqba.console.sales.engagement;

/**
 * A message as it goes, readable. Stays in one JVM; its text form shows nobody.
 *
 * @param to the address; one line
 * @param subject one line, whatever was filled in: a line break in a head line of mail would begin another one
 */
public record Letter(String to, String subject, String text) {
    public Letter {
        to = oneLine(to);
        subject = oneLine(subject);
    }

    /** Control characters and what else breaks a line (NEL, line and paragraph separators) become blanks. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    @Override
    public String toString() {
        return "Letter[]";
    }
}
