package io.nqba.intake.sales;

import java.text.Normalizer;
import java.util.Locale;

/** Makes ids out of names: {@code GTX Pro} is {@code gtx-pro}. */
public final class Slug {
    private Slug() {}

    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
