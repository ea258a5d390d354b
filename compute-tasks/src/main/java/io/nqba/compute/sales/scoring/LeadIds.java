package io.nqba.compute.sales.scoring;

/** Numbers from the text id of a lead, the same on every node. */
final class LeadIds {
    private LeadIds() {}

    /** Returns 64 bits that stand for an id. Source: G. Fowler, L. Noll, K.-P. Vo, FNV-1a. */
    static long number(String leadId) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < leadId.length(); i++) {
            hash = (hash ^ leadId.charAt(i)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    /** Returns a number in [0, 1). */
    static double lot(long id, long seed) {
        return (mixed(id ^ mixed(seed + 0x9e3779b97f4a7c15L)) >>> 11) * 0x1p-53;
    }

    /** The finaliser of SplitMix64. Source: doi:10.1145/2714064.2660195. */
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
