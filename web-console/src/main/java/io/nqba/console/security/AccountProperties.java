package io.nqba.console.security;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts made at the first start.
 *
 * @param initialPasswords password by account name, for installations that hand them over by a secret; an account that
 *     is not named here gets a random one, printed once
 */
@ConfigurationProperties("nqba.accounts")
public record AccountProperties(@DefaultValue Map<String, String> initialPasswords) {
    static final int SHORTEST = 12;

    public AccountProperties {
        initialPasswords = Map.copyOf(initialPasswords);
        initialPasswords.forEach((name, password) -> {
            if (password.length() < SHORTEST) {
                throw new IllegalArgumentException(
                        "The nqba.accounts.initial-passwords.%s (%d characters) must have at least %d characters."
                                .formatted(name, password.length(), SHORTEST));
            }
        });
    }

    @Override
    public String toString() {
        return "AccountProperties" + initialPasswords.keySet();
    }
}
