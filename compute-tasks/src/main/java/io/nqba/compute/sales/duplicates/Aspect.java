package io.nqba.compute.sales.duplicates;

import io.nqba.compute.kernel.duplicates.NameLikeness;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.DuplicateKind;
import io.nqba.model.sales.NameKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.binary.BinaryObject;
import org.apache.ignite.cache.query.ScanQuery;

/** What rows are compared by. Reads single fields of stored rows, never whole rows. */
enum Aspect {
    /** Leads with the same address. */
    LEAD_EMAIL(DuplicateKind.LEAD, CacheNames.LEAD) {
        @Override
        void read(String id, BinaryObject row, Consumer<Suspect> found) {
            String hash = row.field("emailHash");
            if (!hash.isEmpty()) {
                found.accept(new Suspect(hash, "", id, false));
            }
        }
    },

    /**
     * Leads whose company is the same but written differently, one for each way of writing. Two leads with different addresses are
     * different persons, so one of two must have none.
     */
    LEAD_COMPANY(DuplicateKind.LEAD, CacheNames.LEAD) {
        @Override
        void read(String id, BinaryObject row, Consumer<Suspect> found) {
            String key = row.field("companyKey");
            if (!key.isEmpty()) {
                String hash = row.field("emailHash");
                found.accept(new Suspect(key, row.field("company"), id, hash.isEmpty()));
            }
        }
    },

    ACCOUNT_NAME(DuplicateKind.ACCOUNT, CacheNames.ACCOUNT) {
        @Override
        void read(String id, BinaryObject row, Consumer<Suspect> found) {
            String key = row.field("nameKey");
            if (!key.isEmpty()) {
                found.accept(new Suspect(key, row.field("name"), id, true));
            }
        }
    },

    PRODUCT_NAME(DuplicateKind.PRODUCT, CacheNames.PRODUCT) {
        @Override
        void read(String id, BinaryObject row, Consumer<Suspect> found) {
            String name = row.field("name");
            String key = NameKey.of(name);
            if (!key.isEmpty()) {
                found.accept(new Suspect(key, name, id, true));
            }
        }
    };

    private final DuplicateKind kind;
    private final String cache;

    Aspect(DuplicateKind kind, String cache) {
        this.kind = kind;
        this.cache = cache;
    }

    DuplicateKind kind() {
        return kind;
    }

    String cache() {
        return cache;
    }

    /** Returns whether addresses are compared, which are the same or not. */
    boolean exact() {
        return this == LEAD_EMAIL;
    }

    /** Returns whether rows that write the name the same way stand for each other. */
    private boolean folded() {
        return this == LEAD_COMPANY;
    }

    long[] signatures(Suspect suspect) {
        return exact() ? new long[] {NameLikeness.hash(suspect.key())} : NameLikeness.signatures(suspect.key());
    }

    abstract void read(String id, BinaryObject row, Consumer<Suspect> found);

    /** Goes over the rows of some partitions. */
    void each(Ignite here, int[] partitions, Consumer<Suspect> consumer) {
        Map<String, Suspect> ways = new HashMap<>();
        BiConsumer<String, BinaryObject> reader = folded()
                ? (id, row) -> read(id, row, found -> ways.merge(found.text(), found, Suspect::first))
                : (id, row) -> read(id, row, consumer);
        IgniteCache<String, BinaryObject> rows = here.cache(cache).withKeepBinary();
        for (int partition : partitions) {
            try (var cursor = rows.query(new ScanQuery<String, BinaryObject>().setPartition(partition))) {
                for (Cache.Entry<String, BinaryObject> row : cursor) {
                    reader.accept(row.getKey(), row.getValue());
                }
            }
        }
        ways.values().forEach(consumer);
    }
}
