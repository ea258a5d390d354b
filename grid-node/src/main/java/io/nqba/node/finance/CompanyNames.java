package io.nqba.node.finance;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Invented names and tickers, the same for the same place in the list and each ticker once. */
final class CompanyNames {
    private static final List<String> BEGINNINGS = List.of(
            "Al", "Bren", "Cor", "Del", "El", "Fen", "Gar", "Hol", "Ist", "Jor", "Kel", "Lum", "Mar", "Nor", "Or",
            "Pel", "Quin", "Ros", "Sel", "Tor", "Ul", "Ves", "Wen", "Yar", "Zan");
    private static final List<String> ENDINGS = List.of(
            "dara", "vik", "mere", "ton", "ova", "lund", "esta", "bri", "cade", "nix", "ray", "sol", "wyn", "tera",
            "go", "dale", "phis", "mont", "quay", "rise");

    private final String[] names;
    private final String[] tickers;

    CompanyNames(int count) {
        names = new String[count];
        tickers = new String[count];
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < count; i++) {
            names[i] = name(i);
            tickers[i] = ticker(names[i], taken);
        }
    }

    /** Steps of 7 and 3 keep neighbours in the list from sounding alike. */
    private static String name(int index) {
        int beginnings = BEGINNINGS.size();
        int endings = ENDINGS.size();
        String first = BEGINNINGS.get(index * 7 % beginnings);
        String second = ENDINGS.get((index * 3 + index / beginnings) % endings);
        int round = index / (beginnings * endings);
        return first + second + (round == 0 ? "" : " " + (round + 1));
    }

    private static String ticker(String name, Set<String> taken) {
        String letters = name.replace(" ", "").toUpperCase(Locale.ROOT);
        String shortest = letters.substring(0, Math.min(4, letters.length()));
        String ticker = shortest;
        for (int number = 2; !taken.add(ticker); number++) {
            ticker = shortest + number;
        }
        return ticker;
    }

    String name(int index, Sector sector) {
        return names[index] + " " + sector.suffix();
    }

    String ticker(int index) {
        return tickers[index];
    }
}
