package io.nqba.node.cache;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.ignite.cache.CacheAtomicityMode;
import org.apache.ignite.cache.CacheMode;
import org.apache.ignite.cache.CacheWriteSynchronizationMode;
import org.apache.ignite.cache.PartitionLossPolicy;
import org.apache.ignite.cache.QueryEntity;
import org.apache.ignite.cache.QueryIndex;
import org.apache.ignite.cache.affinity.rendezvous.RendezvousAffinityFunction;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.apache.ignite.configuration.CacheConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * How one cache is laid out.
 *
 * @param name cache; its SQL table is the same in upper snake case
 * @param mode partitioned or on every node
 * @param atomicity transactional where one step changes several entries
 * @param keyClass key type; null when the cache has no SQL table
 * @param valueClass value type; null when the cache has no SQL table
 * @param keyField field of the value that repeats a plain key and names its column; null when the key is a class of ours
 */
record CachePlan(
        String name,
        CacheMode mode,
        CacheAtomicityMode atomicity,
        @Nullable Class<?> keyClass,
        @Nullable Class<?> valueClass,
        @Nullable String keyField) {
    /** Replicated caches are small: few partitions start faster and cost fewer files. */
    private static final int REPLICATED_PARTITIONS = 32;

    private static final int MAX_INLINE_BYTES = 64;

    static CachePlan replicated(String name, Class<?> keyClass, Class<?> valueClass) {
        return new CachePlan(name, CacheMode.REPLICATED, CacheAtomicityMode.TRANSACTIONAL, keyClass, valueClass, null);
    }

    static CachePlan partitioned(String name, CacheAtomicityMode atomicity, Class<?> keyClass, Class<?> valueClass) {
        return new CachePlan(name, CacheMode.PARTITIONED, atomicity, keyClass, valueClass, null);
    }

    /** A partitioned cache with text keys and without an SQL table. */
    static CachePlan plain(String name, CacheAtomicityMode atomicity) {
        return new CachePlan(name, CacheMode.PARTITIONED, atomicity, null, null, null);
    }

    CachePlan keyedBy(String field) {
        return new CachePlan(name, mode, atomicity, keyClass, valueClass, field);
    }

    CacheConfiguration<Object, Object> configuration(int partitions, int backups) {
        boolean replicated = mode == CacheMode.REPLICATED;
        CacheConfiguration<Object, Object> configuration = new CacheConfiguration<Object, Object>(name)
                .setCacheMode(mode)
                .setAtomicityMode(atomicity)
                .setAffinity(new RendezvousAffinityFunction(false, replicated ? REPLICATED_PARTITIONS : partitions))
                .setWriteSynchronizationMode(CacheWriteSynchronizationMode.FULL_SYNC)
                .setPartitionLossPolicy(PartitionLossPolicy.READ_WRITE_SAFE)
                .setSqlIndexMaxInlineSize(MAX_INLINE_BYTES);
        if (!replicated) {
            configuration.setBackups(backups);
        }
        if (keyClass != null && valueClass != null) {
            configuration.setSqlSchema("PUBLIC").setQueryEntities(List.of(table(keyClass, valueClass)));
        }
        return configuration;
    }

    private QueryEntity table(Class<?> key, Class<?> value) {
        QueryEntity entity = new QueryEntity(key, value).setTableName(tableName(name));
        if (keyField != null) {
            entity.setKeyFieldName(keyField);
            entity.setIndexes(withoutKeyIndex(entity, keyField));
            return entity;
        }
        // The primary key index follows this order: the affinity field first, then time.
        return entity.setKeyFields(sqlFields(key));
    }

    /** The primary key is an index already; a second one on the same column would only cost memory. */
    private static List<QueryIndex> withoutKeyIndex(QueryEntity entity, String keyField) {
        List<QueryIndex> kept = new ArrayList<>(entity.getIndexes());
        kept.removeIf(index -> Set.of(keyField).equals(index.getFields().keySet()));
        return kept;
    }

    private static Set<String> sqlFields(Class<?> key) {
        Set<String> fields = new LinkedHashSet<>();
        for (var field : key.getDeclaredFields()) {
            if (field.isAnnotationPresent(QuerySqlField.class)) {
                fields.add(field.getName());
            }
        }
        return fields;
    }

    /** Upper snake case: {@code MeterReading} becomes {@code METER_READING}. */
    static String tableName(String cacheName) {
        return cacheName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
