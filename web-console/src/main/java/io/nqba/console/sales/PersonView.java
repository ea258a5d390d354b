package io.nqba.console.sales;

import io.nqba.model.security.Role;
import io.nqba.privacy.Person;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Who a person is, as far as the reader may see.
 *
 * @param name full, or initials
 * @param email full, or its domain
 * @param phone full, or hidden
 * @param masked whether parts are hidden
 */
public record PersonView(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        boolean masked) {
    private static final String HIDDEN = "•••";

    /** Returns whether somebody sees persons: council and operators do, analysts and programs do not. */
    public static boolean seenBy(Authentication who) {
        return who.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .anyMatch(name -> name.equals("ROLE_" + Role.COUNCIL) || name.equals("ROLE_" + Role.OPERATOR));
    }

    /** Returns a person, or initials and domain only. */
    public static PersonView of(Person person, boolean clear) {
        return clear
                ? new PersonView(known(person.name()), known(person.email()), known(person.phone()), false)
                : new PersonView(
                        known(initials(person.name())),
                        known(domain(person.email())),
                        person.phone().isEmpty() ? null : HIDDEN,
                        true);
    }

    static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
    }

    static String domain(String email) {
        return email.isEmpty() ? "" : HIDDEN + (email.contains("@") ? email.substring(email.lastIndexOf('@')) : "");
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
