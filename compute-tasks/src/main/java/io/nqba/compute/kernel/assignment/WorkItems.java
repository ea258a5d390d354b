package io.nqba.compute.kernel.assignment;

import java.util.Arrays;

/** Work to be assigned, as columns. Crosses the grid wire; immutable once built. */
public final class WorkItems {
    /** Stands for no owner and for no agent. */
    public static final int NOBODY = -1;

    private final long[] key;
    private final int[] workClass;
    private final double[] scale;
    private final long[] ticks;
    private final int[] owner;
    private final long[] order;

    private WorkItems(long[] key, int[] workClass, double[] scale, long[] ticks, int[] owner, long[] order) {
        this.key = key;
        this.workClass = workClass;
        this.scale = scale;
        this.ticks = ticks;
        this.owner = owner;
        this.order = order;
    }

    /** Returns no work at all. */
    public static WorkItems none() {
        return new Builder(0).build();
    }

    public int size() {
        return key.length;
    }

    /** Returns the key of an item, unique among all work. */
    public long key(int item) {
        return key[item];
    }

    /** Returns the class of an item, which says who may do it and at what rate. */
    public int workClass(int item) {
        return workClass[item];
    }

    /** Returns the money that rates are shares of, 0 or more. */
    public double scale(int item) {
        return scale[item];
    }

    /** Returns the hours of an item in ticks, 1 or more. */
    public long ticks(int item) {
        return ticks[item];
    }

    /** Returns the greatest unit of which the hours of all items are multiples, and a given one too; ticks, 0 for none. */
    public long unitTicks(long with) {
        long unit = with;
        for (long one : ticks) {
            if (unit == 1) {
                return 1;
            }
            unit = greatestCommon(unit, one);
        }
        return unit;
    }

    /** Returns the greatest common divisor; 0 with 0 alone. */
    public static long greatestCommon(long first, long second) {
        long a = first;
        long b = second;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    double hours(int item) {
        return AgentMarket.hours(ticks[item]);
    }

    /** Returns the agent that owns the item now, or {@link #NOBODY}. */
    public int owner(int item) {
        return owner[item];
    }

    /** Returns the place of the item in the order of arrival; ties go by key. */
    public long order(int item) {
        return order[item];
    }

    /** Collects items. Not thread-safe. Crosses the grid wire as part of sums. */
    public static final class Builder {
        private int size;
        private long[] key;
        private int[] workClass;
        private double[] scale;
        private long[] ticks;
        private int[] owner;
        private long[] order;

        public Builder(int expected) {
            key = new long[expected];
            workClass = new int[expected];
            scale = new double[expected];
            ticks = new long[expected];
            owner = new int[expected];
            order = new long[expected];
        }

        /**
         * Adds an item.
         *
         * @param hours hours an agent needs, more than 0
         * @throws IllegalArgumentException if scale or hours are no usable number
         */
        public Builder add(long newKey, int newClass, double newScale, double hours, int newOwner, long newOrder) {
            if (!(newScale >= 0 && newScale < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The value of work (%s money) must be finite, 0 or more.".formatted(newScale));
            }
            if (!(hours > 0 && hours <= AgentMarket.MOST_HOURS)) {
                throw new IllegalArgumentException("The workHours (%s hours) must be more than 0 and at most %s."
                        .formatted(hours, AgentMarket.MOST_HOURS));
            }
            long newTicks = Math.max(1, Math.round(hours * AgentMarket.TICKS_PER_HOUR));
            append(newKey, newClass, newScale, newTicks, newOwner, newOrder);
            return this;
        }

        /** Adds an item of others. */
        public Builder add(WorkItems from, int item) {
            append(
                    from.key[item],
                    from.workClass[item],
                    from.scale[item],
                    from.ticks[item],
                    from.owner[item],
                    from.order[item]);
            return this;
        }

        /** Adds what another builder has. */
        public Builder add(Builder other) {
            for (int i = 0; i < other.size; i++) {
                append(
                        other.key[i],
                        other.workClass[i],
                        other.scale[i],
                        other.ticks[i],
                        other.owner[i],
                        other.order[i]);
            }
            return this;
        }

        public int size() {
            return size;
        }

        private void append(long newKey, int newClass, double newScale, long newTicks, int newOwner, long newOrder) {
            if (size == key.length) {
                grow(Math.max(16, size + (size >> 1)));
            }
            key[size] = newKey;
            workClass[size] = newClass;
            scale[size] = newScale;
            ticks[size] = newTicks;
            owner[size] = newOwner;
            order[size] = newOrder;
            size++;
        }

        private void grow(int capacity) {
            key = Arrays.copyOf(key, capacity);
            workClass = Arrays.copyOf(workClass, capacity);
            scale = Arrays.copyOf(scale, capacity);
            ticks = Arrays.copyOf(ticks, capacity);
            owner = Arrays.copyOf(owner, capacity);
            order = Arrays.copyOf(order, capacity);
        }

        /** Returns the items in the order of their keys, whatever order they came in. */
        public WorkItems build() {
            int[] sorted = ByKey.order(key, size);
            return new WorkItems(
                    Arrays.stream(sorted).mapToLong(i -> key[i]).toArray(),
                    Arrays.stream(sorted).map(i -> workClass[i]).toArray(),
                    Arrays.stream(sorted).mapToDouble(i -> scale[i]).toArray(),
                    Arrays.stream(sorted).mapToLong(i -> ticks[i]).toArray(),
                    Arrays.stream(sorted).map(i -> owner[i]).toArray(),
                    Arrays.stream(sorted).mapToLong(i -> order[i]).toArray());
        }
    }
}
