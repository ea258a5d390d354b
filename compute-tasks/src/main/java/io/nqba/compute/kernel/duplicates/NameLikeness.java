package io.nqba.compute.kernel.duplicates;

/**
 * Whether one letter tells two names apart. Two texts are at most one edit apart (a letter more, less, another, or two neighbours swapped)
 * only if they are equal after taking at most one letter out of each; so {@link #signatures} of both share a number, and candidates are
 * found by looking numbers up instead of comparing all with all. Source: T. Bocek, E. Hunt, B. Stiller, Fast Similarity Search in Large
 * Dictionaries, 2007 (deletion neighbourhoods).
 */
public final class NameLikeness {
    /** Shorter names are alike by chance: one letter of four is a quarter of it. */
    public static final int SHORTEST = 5;

    /** Longer names are compared as a whole only, so that no name costs more than this many numbers. */
    public static final int LONGEST = 80;

    private static final long PRIME = 0x100000001b3L;

    private NameLikeness() {}

    /**
     * Returns the numbers by which a name is looked up: that of the name first, then one for each letter taken out. O(length²).
     *
     * @param name as {@link io.nqba.model.sales.NameKey} writes it
     */
    public static long[] signatures(String name) {
        int length = name.length();
        if (length < SHORTEST || length > LONGEST) {
            return new long[] {hash(name, -1)};
        }
        long[] signatures = new long[length + 1];
        signatures[0] = hash(name, -1);
        for (int i = 0; i < length; i++) {
            signatures[i + 1] = hash(name, i);
        }
        return signatures;
    }

    /** Returns a number of a text, 64 bits: two of a million different texts share one with a chance of 3e-8. */
    public static long hash(String text) {
        return hash(text, -1);
    }

    private static long hash(String text, int without) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            if (i != without) {
                hash = (hash ^ text.charAt(i)) * PRIME;
            }
        }
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }

    /**
     * Returns how alike two names are, 0..1: 1 for the same, 1 less one part of the longer one for one edit, else 0. Names whose digits
     * differ are different: Forge 500 is not Forge 600. O(length).
     */
    public static double of(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST
                || longer > LONGEST
                || longer - shorter > 1
                || !digits(one).equals(digits(other))) {
            return 0;
        }
        int begin = 0;
        while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        String left = one.substring(begin, one.length() - end);
        String right = other.substring(begin, other.length() - end);
        boolean swapped = left.length() == 2
                && right.length() == 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0);
        return Math.max(left.length(), right.length()) <= 1 || swapped ? 1 - 1.0 / longer : 0;
    }

    private static String digits(String name) {
        StringBuilder digits = new StringBuilder();
        name.chars().filter(Character::isDigit).forEach(digits::appendCodePoint);
        return digits.toString();
    }
}
