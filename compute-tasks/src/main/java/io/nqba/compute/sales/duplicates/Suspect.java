package io.nqba.compute.sales.duplicates;

/** A row, or all rows that write a company the same way, as far as finding its double needs it. Crosses the grid wire. */
final class Suspect {
    private final String key;
    private final String text;
    private final String id;
    private final boolean open;

    /**
     * @param key what is compared: hash of an address, or a name as {@link io.nqba.model.sales.NameKey} writes it
     * @param text the name as it is written; empty for an address
     * @param id the row, or the one that stands for all that write the name so
     * @param open whether nothing says who the person is, so that another row may be the same person
     */
    Suspect(String key, String text, String id, boolean open) {
        this.key = key;
        this.text = text;
        this.id = id;
        this.open = open;
    }

    String key() {
        return key;
    }

    String text() {
        return text;
    }

    String id() {
        return id;
    }

    boolean open() {
        return open;
    }

    /** Returns the better one to stand for both: open before not, then the smaller id. */
    static Suspect first(Suspect one, Suspect other) {
        if (one.open != other.open) {
            return one.open ? one : other;
        }
        return one.id.compareTo(other.id) <= 0 ? one : other;
    }

    /** Returns the size on the wire, bytes, about. */
    long bytes() {
        return 32L + key.length() + text.length() + id.length();
    }
}
