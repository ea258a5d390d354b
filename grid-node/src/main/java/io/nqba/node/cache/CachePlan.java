package io.nqba.node.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.expiry.CreatedExpiryPolicy;
import org.apache.ignite.cache.CacheAtomicityMode;
import org.apache.ignite.cache.CacheKeyConfiguration;
import org.apache.ignite.cache.CacheMode;
import org.apache.ignite.cache.CacheWriteSynchronizationMode;
import org.apache.ignite.cache.PartitionLossPolicy;
import org.apache.ignite.cache.QueryEntity;
import org.apache.ignite.cache.QueryIndex;
import org.apache.ignite.cache.QueryIndexType;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
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
 * @param keyClass key type; null for plain text
 * @param valueClass value type; null when the cache has no SQL table
 * @param keyField field of the value that repeats a plain key and names its column; null when the key is a class of ours
 * @param life how long entries live after they were written; null for as long as nobody removes them
 */
record CachePlan(
        String name,
        CacheMode mode,
        CacheAtomicityMode atomicity,
        @Nullable Class<?> keyClass,
        @Nullable Class<?> valueClass,
        @Nullable String keyField,
        @Nullable Duration life) {
    /** Replicated caches are small: few partitions start faster and cost fewer files. */
    private static final int REPLICATED_PARTITIONS = 32;

    /** Room for a text id of 28 characters and a time beside it: comparing them needs no look at the row. */
    private static final int KEY_INLINE_BYTES = 40;

    private static final int MAX_INLINE_BYTES = 64;

    static CachePlan replicated(String name, Class<?> keyClass, Class<?> valueClass) {
        return new CachePlan(
                name, CacheMode.REPLICATED, CacheAtomicityMode.TRANSACTIONAL, keyClass, valueClass, null, null);
    }

    static CachePlan partitioned(String name, CacheAtomicityMode atomicity, Class<?> keyClass, Class<?> valueClass) {
        return new CachePlan(name, CacheMode.PARTITIONED, atomicity, keyClass, valueClass, null, null);
    }

    /** A cache on every node without an SQL table. */
    static CachePlan everywhere(String name, Class<?> keyClass) {
        return new CachePlan(name, CacheMode.REPLICATED, CacheAtomicityMode.TRANSACTIONAL, keyClass, null, null, null);
    }

    /** A partitioned cache with text keys and without an SQL table. */
    static CachePlan plain(String name, CacheAtomicityMode atomicity) {
        return new CachePlan(name, CacheMode.PARTITIONED, atomicity, null, null, null, null);
    }

    /** A partitioned cache without an SQL table, whose keys name what they lie with. */
    static CachePlan keyed(String name, CacheAtomicityMode atomicity, Class<?> keyClass) {
        return new CachePlan(name, CacheMode.PARTITIONED, atomicity, keyClass, null, null, null);
    }

    CachePlan keyedBy(String field) {
        return new CachePlan(name, mode, atomicity, keyClass, valueClass, field, life);
    }

    CachePlan expiringAfter(Duration newLife) {
        return new CachePlan(name, mode, atomicity, keyClass, valueClass, keyField, newLife);
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
        if (life != null) {
            configuration.setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(
                    new javax.cache.expiry.Duration(TimeUnit.MILLISECONDS, life.toMillis())));
        }
        if (keyClass != null && valueClass != null) {
            configuration.setSqlSchema("PUBLIC").setQueryEntities(List.of(table(keyClass, valueClass)));
        }
        if (keyClass != null && namesAffinityField(keyClass)) {
            // Said here as well: with persistence, Ignite starts a cache before it has seen the annotation of the key.
            configuration.setKeyConfiguration(new CacheKeyConfiguration(keyClass));
        }
        return configuration;
    }

    private static boolean namesAffinityField(Class<?> key) {
        return Arrays.stream(key.getDeclaredFields())
                .anyMatch(field -> field.isAnnotationPresent(AffinityKeyMapped.class));
    }

    private QueryEntity table(Class<?> key, Class<?> value) {
        QueryEntity entity = new QueryEntity(key, value).setTableName(tableName(name));
        List<QueryIndex> indexes = new ArrayList<>(entity.getIndexes());
        if (keyField == null) {
            Set<String> keyFields = sqlFields(key);
            entity.setKeyFields(keyFields);
            addKeyIndex(indexes, keyFields);
        } else {
            nameKeyColumn(entity, keyField);
            // The primary key is an index already; a second one on the same column would only cost memory.
            indexes.removeIf(index -> Set.of(keyField).equals(index.getFields().keySet()));
        }
        return entity.setIndexes(indexes);
    }

    /**
     * Makes the key itself the column that the value repeats. The key goes by its column name, not by its Java name:
     * Ignite compares it with the columns of a join when it judges whether the rows lie together.
     */
    private static void nameKeyColumn(QueryEntity entity, String keyField) {
        String column = entity.getAliases().getOrDefault(keyField, keyField);
        LinkedHashMap<String, String> fields = new LinkedHashMap<>();
        entity.getFields().forEach((field, type) -> fields.put(field.equals(keyField) ? column : field, type));
        Map<String, String> aliases = new HashMap<>(entity.getAliases());
        aliases.remove(keyField);
        entity.setFields(fields).setAliases(aliases).setKeyFieldName(column);
    }

    /**
     * Indexes the columns of a composite key: the affinity field first, then time. The primary key index of a class
     * knows the key only as a whole, so it serves neither a site's rows nor a range of time. As this one starts with the
     * affinity column, Ignite leaves out the index it would add for that column alone.
     */
    private void addKeyIndex(List<QueryIndex> indexes, Set<String> keyFields) {
        boolean covered =
                indexes.stream().anyMatch(index -> List.copyOf(keyFields).equals(List.copyOf(index.getFieldNames())));
        if (!covered && !keyFields.isEmpty()) {
            indexes.add(new QueryIndex(keyFields, QueryIndexType.SORTED)
                    .setName(tableName(name) + "_BY_KEY")
                    .setInlineSize(KEY_INLINE_BYTES));
        }
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
