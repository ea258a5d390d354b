package io.nqba.console.sales.engagement;

/** A message as it goes, readable. Stays in one JVM; its text form shows nobody. */
public record Letter(String to, String subject, String text) {
    @Override
    public String toString() {
        return "Letter[]";
    }
}
