package io.nqba.model.sales;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes names so that spellings of the same name become the same text: without accents, case, signs, spaces and legal form.
 * {@code GTXPro} and {@code GTX Pro} are {@code gtxpro}, {@code Ümlaut Söhne GmbH} and {@code umlaut-sohne} are {@code umlautsohne}.
 */
public final class NameKey {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "ag",
            "bv",
            "co",
            "company",
            "corp",
            "corporation",
            "gmbh",
            "inc",
            "incorporated",
            "kg",
            "limited",
            "llc",
            "llp",
            "ltd",
            "nv",
            "oy",
            "plc",
            "pty",
            "sa",
            "sarl",
            "se",
            "spa",
            "srl");

    private NameKey() {}

    /** Returns the key of a name; empty for one without letters and digits. */
    public static String of(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("ß", "ss")
                .replaceAll("[.'’]", "")
                .toLowerCase(Locale.ROOT);
        String[] words = GAPS.matcher(plain).replaceAll(" ").strip().split(" ", -1);
        int end = words.length;
        // The first word stays: a company may be called "Co".
        while (end > 1 && LEGAL_FORMS.contains(words[end - 1])) {
            end--;
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < end; i++) {
            key.append(words[i]);
        }
        return key.toString();
    }
}
