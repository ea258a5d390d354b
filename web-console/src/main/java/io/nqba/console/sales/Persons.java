package io.nqba.console.sales;

import io.nqba.console.ConsoleProperties;
import io.nqba.console.store.SharedMap;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.security.PlatformSecret;
import io.nqba.privacy.PersonalVault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The keys to personal data, opened when they are first needed and compared with those that the grid was written with. */
@Component
public class Persons {
    private final Path directory;
    private final SharedMap<PlatformSecret> secrets;
    private final Clock clock;
    private final Mono<PersonalVault> vault;

    Persons(
            ConsoleProperties properties,
            @Value("${nqba.keys:}") String keys,
            SharedMap<PlatformSecret> secrets,
            Clock clock) {
        this.directory = keys.isBlank() ? properties.work().resolve(PersonalVault.DIRECTORY) : Path.of(keys);
        this.secrets = secrets;
        this.clock = clock;
        // A failure is not kept: the operator may have put the right keys in place meanwhile.
        this.vault = Mono.fromCallable(() -> PersonalVault.in(directory))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(this::sameAsTheGrids)
                .cacheInvalidateIf(opened -> false);
    }

    /** Returns the keys. Fails with {@code KEYS_UNUSABLE} when the grid was written with others. */
    public Mono<PersonalVault> vault() {
        return vault;
    }

    private Mono<PersonalVault> sameAsTheGrids(PersonalVault opened) {
        byte[] mine = opened.fingerprint().getBytes(StandardCharsets.US_ASCII);
        return secrets.putIfAbsent(PersonalVault.FINGERPRINT_NAME, new PlatformSecret(mine, clock.millis()))
                .flatMap(first -> first
                        ? Mono.just(opened)
                        : secrets.get(PersonalVault.FINGERPRINT_NAME)
                                .flatMap(known -> Arrays.equals(known.bytes(), mine)
                                        ? Mono.just(opened)
                                        : Mono.<PersonalVault>error(new NqbaException(
                                                ErrorCode.KEYS_UNUSABLE,
                                                "The persons in this grid were sealed with other keys than those in (%s)."
                                                        .formatted(directory),
                                                "Copy the key directory of the console or loader that wrote them, and"
                                                        + " name it with NQBA_KEYS."))));
    }
}
