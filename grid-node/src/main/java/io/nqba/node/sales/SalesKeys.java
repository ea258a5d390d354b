package io.nqba.node.sales;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.security.PlatformSecret;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import io.nqba.privacy.PersonalVault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.jspecify.annotations.Nullable;

/** Finds the keys that seal persons, and makes sure that all who write into one grid have the same. */
final class SalesKeys {
    private SalesKeys() {}

    /** Returns the directory of the keys: as it was set, else {@code keys} in the work directory. */
    static Path directory(NodeSettings settings) {
        String set = settings.text(Setting.KEYS);
        return set.isBlank() ? settings.workDirectory().resolve(PersonalVault.DIRECTORY) : Path.of(set);
    }

    /** Returns the directory of a process that is no node: as it was given, else as {@link #directory(NodeSettings)}. */
    static Path directory(@Nullable Path given) {
        return given == null ? directory(NodeSettings.readEnvironment()) : given;
    }

    /**
     * Opens the keys for a grid.
     *
     * @throws NqbaException {@code KEYS_UNUSABLE} when the grid was written with others
     */
    static PersonalVault open(Ignite ignite, Path directory) {
        PersonalVault vault = PersonalVault.in(directory);
        byte[] mine = vault.fingerprint().getBytes(StandardCharsets.US_ASCII);
        IgniteCache<String, PlatformSecret> secrets = ignite.cache(CacheNames.PLATFORM_SECRET);
        PlatformSecret known = secrets.getAndPutIfAbsent(
                PersonalVault.FINGERPRINT_NAME, new PlatformSecret(mine, System.currentTimeMillis()));
        if (known != null && !Arrays.equals(known.bytes(), mine)) {
            throw new NqbaException(
                    ErrorCode.KEYS_UNUSABLE,
                    "The persons in this grid were sealed with other keys than those in (%s).".formatted(directory),
                    "Copy the key directory of the console or loader that wrote them, and name it with NQBA_KEYS.");
        }
        return vault;
    }
}
