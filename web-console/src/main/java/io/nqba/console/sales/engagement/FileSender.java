package io.nqba.console.sales.engagement;

import io.nqba.console.ConsoleProperties;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Writes each message into a file of its own that only the owner of the process reads: nothing leaves the machine. A file lives as long as
 * its message stands in the grid, so an erasure reaches it.
 */
@Component
@ConditionalOnProperty(name = "nqba.outbox.sender", havingValue = "file", matchIfMissing = true)
class FileSender implements MessageSender {
    private static final String ENDING = ".eml";
    /** Never part of an encoded id. */
    private static final String BETWEEN = "~";

    private final Path directory;
    private final Clock clock;

    FileSender(OutboxProperties outbox, ConsoleProperties console, Clock clock) {
        Path given = outbox.directory();
        this.directory = given == null ? console.work().resolve("outbox") : given;
        this.clock = clock;
    }

    @Override
    public Mono<Void> send(OutboxMessageKey key, Letter letter) {
        return Mono.fromCallable(() -> write(key, letter))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private Path write(OutboxMessageKey key, Letter letter) throws IOException {
        boolean posix = makeDirectory();
        Path file = directory.resolve(nameOf(key));
        Path begun = directory.resolve(nameOf(key) + ".part");
        Files.deleteIfExists(begun);
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(begun, rights);
        Files.writeString(begun, text(letter), StandardCharsets.UTF_8);
        return Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean makeDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            try {
                Files.createDirectories(directory);
            } catch (FileAlreadyExistsException another) {
                throw new IOException("The directory of the outbox is a file.", another);
            }
            if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        }
        return Files.getFileStore(directory).supportsFileAttributeView("posix");
    }

    /** As mail is written. */
    private String text(Letter letter) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        return String.join(
                "\r\n",
                List.of(
                        "Date: " + date,
                        "To: " + letter.to(),
                        "Subject: " + letter.subject(),
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=UTF-8",
                        "Content-Transfer-Encoding: 8bit",
                        "",
                        letter.text().replaceAll("\\R", "\r\n"),
                        ""));
    }

    @Override
    public Mono<Void> forget(Function<OutboxMessageKey, Mono<Boolean>> isThere) {
        return Mono.fromCallable(this::files)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapMany(Flux::fromIterable)
                .concatMap(file -> keyOf(file)
                        .map(key -> isThere.apply(key)
                                .filter(there -> !there)
                                .publishOn(Schedulers.boundedElastic())
                                .flatMap(gone -> Mono.fromCallable(() -> Files.deleteIfExists(file))))
                        .orElse(Mono.empty()))
                .then();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }

    private static String nameOf(OutboxMessageKey key) {
        return encoded(key.leadId()) + BETWEEN + encoded(key.messageId()) + ENDING;
    }

    private static Optional<OutboxMessageKey> keyOf(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.part$", "");
        String[] parts = name.endsWith(ENDING)
                ? name.substring(0, name.length() - ENDING.length()).split(BETWEEN, -1)
                : new String[0];
        return parts.length == 2
                ? Optional.of(new OutboxMessageKey(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}
