package io.nqba.console.security;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Argon2id with 16 MiB and two passes, about 50 ms. Runs on threads of its own, one per core: more at once would only
 * cost memory, and the event loops stay free.
 */
@Component
class PasswordHasher {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 16 * 1024;
    private static final int PASSES = 2;
    private static final int MAX_WAITING = 200;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Scheduler threads =
            Schedulers.newBoundedElastic(Runtime.getRuntime().availableProcessors(), MAX_WAITING, "argon2", 60, true);
    /** What unknown accounts are compared with, so that they take as long as known ones. */
    private final Mono<String> decoy = hash("nobody has this password").cache();

    Mono<String> hash(String password) {
        return Mono.fromCallable(() -> String.valueOf(encoder.encode(password))).subscribeOn(threads);
    }

    Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash)).subscribeOn(threads);
    }

    /** Takes as long as {@link #matches}; always false. */
    Mono<Boolean> matchesNothing(String password) {
        return decoy.flatMap(hash -> matches(password, hash)).thenReturn(false);
    }
}
