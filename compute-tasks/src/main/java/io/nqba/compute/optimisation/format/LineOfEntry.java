package io.nqba.compute.optimisation.format;

/**
 * The line of each entry of a text. Entries nearly always follow each other line by line, so only the entries before which the distance
 * changes are kept; a text with too many of those loses the lines of what follows.
 */
final class LineOfEntry {
    private static final int MOST_CHANGES = 1 << 16;

    private final IntBlocks ordinals = new IntBlocks();
    private final NumberBlocks distances = new NumberBlocks();
    private long distance = Long.MIN_VALUE;
    private int firstUnknown = Integer.MAX_VALUE;

    /** Notes an entry; ordinals rise by one. */
    void note(int ordinal, long line) {
        if (line - ordinal == distance || ordinal > firstUnknown) {
            return;
        }
        if (ordinals.size() == MOST_CHANGES) {
            firstUnknown = ordinal;
            return;
        }
        distance = line - ordinal;
        ordinals.add(ordinal);
        distances.add(distance);
    }

    /** Returns where an entry stands, such as {@code Line 17}. */
    String place(int ordinal) {
        if (ordinal >= firstUnknown) {
            return "Entry " + (ordinal + 1L);
        }
        int at = 0;
        int above = ordinals.size();
        while (above - at > 1) {
            int middle = (at + above) >>> 1;
            if (ordinals.get(middle) <= ordinal) {
                at = middle;
            } else {
                above = middle;
            }
        }
        return "Line " + (ordinal + distances.exact(at));
    }
}
