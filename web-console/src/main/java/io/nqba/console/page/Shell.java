package io.nqba.console.page;

import org.jspecify.annotations.Nullable;

/**
 * What the frame around a page shows.
 *
 * @param theme {@code light} or {@code dark} as the reader chose, null to follow the system
 * @param user name of the account; empty before sign-in
 * @param role what the account may do, in words
 */
public record Shell(@Nullable String theme, String user, String role) {
    /** Cookie of the chosen theme: on the first paint the page already has the right one. */
    public static final String THEME_COOKIE = "nqba-theme";
}
