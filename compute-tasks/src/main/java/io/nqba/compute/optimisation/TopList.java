package io.nqba.compute.optimisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names with the largest amounts, a few of many; ties go to the name that sorts first. Crosses the grid wire. */
public final class TopList {
    /** As many as a sentence can name. */
    private static final int MOST = 5;

    private static final Comparator<Entry> LARGEST_FIRST =
            Comparator.comparingDouble(Entry::amount).reversed().thenComparing(Entry::name);

    private final ArrayList<Entry> entries = new ArrayList<>();

    void offer(Entry entry) {
        entries.add(entry);
        entries.sort(LARGEST_FIRST);
        if (entries.size() > MOST) {
            entries.remove(MOST);
        }
    }

    void add(TopList other) {
        other.entries.forEach(this::offer);
    }

    /** Returns the entries, largest first. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** A name with its amount. */
    public static final class Entry {
        private final String name;
        private final double amount;

        Entry(String name, double amount) {
            this.name = name;
            this.amount = amount;
        }

        public String name() {
            return name;
        }

        public double amount() {
            return amount;
        }
    }
}
