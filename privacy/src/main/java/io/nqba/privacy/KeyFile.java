package io.nqba.privacy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One keyset in one file that only its owner may read. Written whole under another name and then moved, so readers see old or new. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** A step that may fail in the cryptographic library or on the disk. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws GeneralSecurityException, IOException;
    }

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Returns when it was written, epoch milliseconds. */
    long writtenMillis() {
        return guarded(() -> Files.getLastModifiedTime(file).toMillis());
    }

    KeysetHandle read() {
        return guarded(() -> {
            requirePrivate();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        });
    }

    void write(KeysetHandle keys) {
        guarded(() -> {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            if (posix()) {
                Files.createFile(next, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            Files.writeString(
                    next,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()),
                    StandardCharsets.UTF_8);
            return Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /** Runs a change while no other process makes or changes keys in a directory, which is made when it is missing. */
    static <T> T alone(Path directory, Step<T> change) {
        return new KeyFile(directory).guarded(() -> {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
                if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
                }
            }
            // The lock of the file keeps other processes out; within this one a second lock would be refused, not
            // waited for.
            synchronized (KeyFile.class) {
                try (FileChannel channel = FileChannel.open(
                                directory.resolve("keys.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    Objects.requireNonNull(lock);
                    return change.run();
                }
            }
        });
    }

    private void requirePrivate() throws IOException {
        if (posix() && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new NqbaException(
                    ErrorCode.KEYS_UNUSABLE,
                    "The key file (%s) can be read or changed by others than its owner.".formatted(file),
                    "Take these rights away with chmod 600, and judge who may have read it.");
        }
    }

    private boolean posix() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        return directory != null && Files.getFileStore(directory).supportsFileAttributeView("posix");
    }

    private <T> T guarded(Step<T> step) {
        try {
            return step.run();
        } catch (GeneralSecurityException | IOException e) {
            throw new NqbaException(
                    ErrorCode.KEYS_UNUSABLE,
                    "The keys to personal data (%s) cannot be read or written.".formatted(file),
                    "Check the path and its rights; NQBA_KEYS names the directory of the keys.",
                    List.of(),
                    e);
        }
    }
}
