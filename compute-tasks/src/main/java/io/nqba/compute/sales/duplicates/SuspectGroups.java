package io.nqba.compute.sales.duplicates;

import io.nqba.compute.kernel.duplicates.NameLikeness;
import io.nqba.model.sales.DuplicateGroup;
import io.nqba.model.sales.DuplicateReason;
import io.nqba.model.sales.NotDuplicateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts suspects together that may be the same. What is alike is looked up by signatures; under one signature, each suspect is compared
 * with the {@link #WINDOW} before it, so that a signature that thousands share costs no more than their number.
 */
final class SuspectGroups {
    private static final int WINDOW = 40;

    private final Aspect aspect;
    private final Set<NotDuplicateKey> different;
    private final List<Suspect> suspects;
    private final int[] parent;
    private final double[] likeness;
    private final boolean[] sameKey;

    SuspectGroups(Aspect aspect, List<Suspect> suspects, Set<NotDuplicateKey> different) {
        this.aspect = aspect;
        this.different = different;
        this.suspects = suspects.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        this.parent = new int[suspects.size()];
        this.likeness = new double[suspects.size()];
        this.sameKey = new boolean[suspects.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        Arrays.fill(likeness, 1);
        Arrays.fill(sameKey, true);
    }

    List<DuplicateGroup> find() {
        Map<Long, List<Integer>> bySignature = new HashMap<>();
        for (int i = 0; i < suspects.size(); i++) {
            for (long signature : aspect.signatures(suspects.get(i))) {
                List<Integer> before = bySignature.computeIfAbsent(signature, any -> new ArrayList<>(2));
                for (int back = before.size() - 1; back >= Math.max(0, before.size() - WINDOW); back--) {
                    compare(before.get(back), i);
                }
                before.add(i);
            }
        }
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(i), any -> new ArrayList<>()).add(i);
        }
        return groups.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> group(group.getKey(), group.getValue()))
                .toList();
    }

    private void compare(int one, int other) {
        if (root(one) == root(other)) {
            return;
        }
        double alike = likeness(suspects.get(one), suspects.get(other));
        if (alike > 0) {
            join(one, other, alike);
        }
    }

    private double likeness(Suspect one, Suspect other) {
        if (different.contains(NotDuplicateKey.of(aspect.kind(), one.id(), other.id()))) {
            return 0;
        }
        if (aspect.exact()) {
            return one.key().equals(other.key()) ? 1 : 0;
        }
        if (!one.open() && !other.open()) {
            return 0;
        }
        return NameLikeness.of(one.key(), other.key());
    }

    private void join(int one, int other, double alike) {
        int first = Math.min(root(one), root(other));
        int second = Math.max(root(one), root(other));
        parent[second] = first;
        likeness[first] = Math.min(Math.min(likeness[first], likeness[second]), alike);
        sameKey[first] = sameKey[first] && sameKey[second] && alike == 1;
    }

    private int root(int suspect) {
        int root = suspect;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** The suspects are in order of their ids, so the root, which is the smallest of its group, is the first. */
    private DuplicateGroup group(int root, List<Integer> members) {
        DuplicateReason reason = aspect.exact()
                ? DuplicateReason.EMAIL
                : sameKey[root] ? DuplicateReason.SPELLING : DuplicateReason.SIMILAR;
        String[] ids = members.stream()
                .limit(DuplicateGroup.MOST_NAMED)
                .map(i -> suspects.get(i).id())
                .toArray(String[]::new);
        return new DuplicateGroup(aspect.kind(), reason, ids, members.size(), likeness[root]);
    }
}
