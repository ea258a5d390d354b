package io.nqba.node.sales;

import io.nqba.privacy.Person;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Invented companies and persons. Addresses end in {@code .example} and numbers begin with 555: nobody has them. */
final class SalesNames {
    private static final List<String> FIRST = List.of(
            "Ada", "Alma", "Amir", "Anton", "Bela", "Carla", "Cem", "Dana", "Dario", "Edda", "Elias", "Emre", "Fay",
            "Felix", "Gita", "Hana", "Hugo", "Ida", "Ines", "Ivo", "Jana", "Jonas", "Kai", "Kira", "Lara", "Levi",
            "Lina", "Mara", "Milo", "Nadia", "Nils", "Noor", "Olga", "Omar", "Pia", "Ravi", "Rosa", "Sami", "Tara",
            "Theo", "Uma", "Vera", "Yara", "Zoe");
    private static final List<String> LAST = List.of(
            "Abend", "Alder", "Barlow", "Becker", "Bright", "Calder", "Castel", "Dorn", "Drake", "Ebert", "Falk",
            "Ferrer", "Frost", "Garnet", "Grove", "Hale", "Harper", "Holm", "Iver", "Jansen", "Keller", "Kranz",
            "Lange", "Lind", "Marsh", "Mercer", "Moreau", "Nash", "Noble", "Orth", "Pereira", "Quist", "Reed", "Rivera",
            "Sander", "Serra", "Stone", "Thorn", "Vale", "Vogel", "Weber", "Winter", "York", "Zeller");
    private static final List<String> BEGINNINGS = List.of(
            "Amber", "Beacon", "Cedar", "Delta", "Ember", "Fjord", "Granite", "Harbor", "Indigo", "Juniper", "Kestrel",
            "Lumen", "Meadow", "Nimbus", "Orchard", "Prism", "Quarry", "Ridge", "Summit", "Tidal", "Umbra", "Vertex",
            "Willow", "Zephyr");
    private static final List<String> ENDINGS = List.of(
            "Foods",
            "Works",
            "Labs",
            "Systems",
            "Logistics",
            "Health",
            "Media",
            "Energy",
            "Retail",
            "Partners",
            "Tools",
            "Travel",
            "Textiles");

    private SalesNames() {}

    /** Returns a company; different for different numbers. */
    static String company(int number) {
        int kinds = BEGINNINGS.size() * ENDINGS.size();
        // A step of 7 keeps neighbours from sounding alike.
        String beginning = BEGINNINGS.get(number * 7 % BEGINNINGS.size());
        String ending = ENDINGS.get((number + number / BEGINNINGS.size()) % ENDINGS.size());
        int round = number / kinds;
        return beginning + " " + ending + (round == 0 ? "" : " " + (round + 1)) + " Corp.";
    }

    /** Returns another spelling of a company, as two people would type it. */
    static String respelled(String company) {
        return company.replace(" Corp.", " Corporation").toUpperCase(Locale.ROOT);
    }

    /** Returns a person at a company. */
    static Person person(SplittableRandom dice, String company, long number) {
        String first = FIRST.get(dice.nextInt(FIRST.size()));
        String last = LAST.get(dice.nextInt(LAST.size()));
        String domain = company.replace(" Corp.", "").replace(' ', '-').toLowerCase(Locale.ROOT);
        String email = "%s.%s%s@%s.example".formatted(first, last, Long.toString(number, 36), domain);
        String phone = "+1 555 %03d %04d".formatted(dice.nextInt(1_000), dice.nextInt(10_000));
        return new Person(first + " " + last, email.toLowerCase(Locale.ROOT), phone);
    }
}
