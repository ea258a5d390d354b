package io.nqba.node.sales;

import java.text.Normalizer;
import java.util.Locale;

/** Makes ids out of names: {@code GTX Pro} is {@code gtx-pro}. */
final class Slug {
    private Slug() {}

    static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
