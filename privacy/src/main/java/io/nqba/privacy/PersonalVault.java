package io.nqba.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.PersonalData;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Seals and opens personal data. AES-256-GCM with a fresh random nonce for each text; the name of the cache, the key of the row and the
 * name of the field are authenticated with it, so that a sealed text opens only where it was written. E-mail addresses can be found by a
 * keyed hash (HMAC-SHA-256, 128 bits, a key of its own): equal for equal addresses, of no use without the key.
 *
 * <p>The keys lie in two files of a directory that is never in the grid. A new key is for what is sealed from then on; older ones stay
 * until no row needs them. Safe for use by several threads; a change of the files by another process is noticed.
 */
public final class PersonalVault {
    /** Name of the key directory inside a work directory. */
    public static final String DIRECTORY = "keys";

    /** Under which name a grid keeps the {@link #fingerprint()} of those who write into it. */
    public static final String FINGERPRINT_NAME = "personal-data-fingerprint";

    private static final String SEALING_FILE = "personal-data.json";
    private static final String HASHING_FILE = "email-hash.json";
    /** What Tink puts before a sealed text: 1 byte version, 4 bytes key id. */
    private static final int PREFIX_BYTES = 5;

    private static final int HASH_BYTES = 16;
    private static final long LOOK_AGAIN_NANOS = 2_000_000_000L;
    private static final byte[] NOTHING = {};

    private final Path directory;
    private final KeyFile file;
    private final Mac hashing;
    private volatile Sealing sealing;

    /** The keys as they were read last. */
    private record Sealing(KeysetHandle keys, Aead aead, long writtenMillis, long lookedNanos) {}

    private PersonalVault(Path directory, KeyFile file, KeysetHandle hashingKeys) throws GeneralSecurityException {
        this.directory = directory;
        this.file = file;
        this.hashing = hashingKeys.getPrimitive(RegistryConfiguration.get(), Mac.class);
        this.sealing = read(file);
    }

    /**
     * Opens the keys of a directory; makes them where there are none.
     *
     * @throws NqbaException {@code KEYS_UNUSABLE} when they cannot be read or written, or others may read them
     */
    public static PersonalVault in(Path directory) {
        return KeyFile.alone(directory, () -> {
            AeadConfig.register();
            MacConfig.register();
            HmacParameters hash = HmacParameters.builder()
                    .setKeySizeBytes(32)
                    .setTagSizeBytes(HASH_BYTES)
                    .setHashType(HmacParameters.HashType.SHA256)
                    .setVariant(HmacParameters.Variant.NO_PREFIX)
                    .build();
            KeyFile sealingFile = new KeyFile(directory.resolve(SEALING_FILE));
            KeyFile hashingFile = new KeyFile(directory.resolve(HASHING_FILE));
            if (!hashingFile.exists()) {
                hashingFile.write(KeysetHandle.generateNew(hash, RegistryConfiguration.get()));
            }
            if (!sealingFile.exists()) {
                sealingFile.write(
                        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
            }
            return new PersonalVault(directory, sealingFile, hashingFile.read());
        });
    }

    /** Seals the person of a lead. */
    public PersonalData sealLead(String leadId, Person person) {
        return seal(row(CacheNames.LEAD, leadId), person);
    }

    /** Opens the person of a lead. */
    public Person openLead(String leadId, PersonalData sealed) {
        return open(row(CacheNames.LEAD, leadId), sealed);
    }

    /** Seals a contact. */
    public PersonalData sealContact(ContactKey key, Person person) {
        return seal(row(CacheNames.CONTACT, key.accountId(), key.contactId()), person);
    }

    /** Opens a contact. */
    public Person openContact(ContactKey key, PersonalData sealed) {
        return open(row(CacheNames.CONTACT, key.accountId(), key.contactId()), sealed);
    }

    /** Seals the text of an activity; empty stays empty. */
    public byte[] sealText(ActivityKey key, String text) {
        return seal(current(), text, field(activity(key), "text"));
    }

    /** Opens the text of an activity. */
    public String openText(ActivityKey key, byte[] sealed) {
        return open(sealed, field(activity(key), "text"));
    }

    /** Seals a part of a message, such as its {@code address}; empty stays empty. */
    public byte[] sealMessage(OutboxMessageKey key, String part, String text) {
        return seal(current(), text, field(message(key), part));
    }

    /** Opens a part of a message. */
    public String openMessage(OutboxMessageKey key, String part, byte[] sealed) {
        return open(sealed, field(message(key), part));
    }

    /** Seals a piece of a file on its way in. */
    public byte[] sealPiece(String importId, int number, byte[] piece) {
        try {
            return current().aead().encrypt(piece, piecePlace(importId, number));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM seals every text.", e);
        }
    }

    /** Opens a piece of a file. */
    public byte[] openPiece(String importId, int number, byte[] sealed) {
        try {
            return current().aead().decrypt(sealed, piecePlace(importId, number));
        } catch (GeneralSecurityException e) {
            throw unopened(sealed, e);
        }
    }

    private static byte[] piecePlace(String importId, int number) {
        return row(CacheNames.IMPORT_PIECE, importId, Integer.toString(number)).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the key that a sealed text needs; 0 for an empty one. */
    public static int keyId(byte[] sealed) {
        if (sealed.length < PREFIX_BYTES) {
            return 0;
        }
        return (sealed[1] & 0xff) << 24 | (sealed[2] & 0xff) << 16 | (sealed[3] & 0xff) << 8 | (sealed[4] & 0xff);
    }

    /** Returns the key that seals now. */
    public int keyId() {
        return current().keys().getPrimary().getId();
    }

    /** Returns the keyed hash of an e-mail address, without regard to case and outer spaces; empty for an empty one. */
    public String emailHash(String email) {
        String plain = Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? "" : hash("email", plain);
    }

    /** Returns what two vaults share when they have the same keys to e-mail addresses, and what tells nothing about them. */
    public String fingerprint() {
        return hash("fingerprint", "nqba");
    }

    /** Makes a new key that seals from now on; the others still open. Returns its id. */
    public int rotate() {
        return KeyFile.alone(directory, () -> {
            KeysetHandle next = KeysetHandle.newBuilder(file.read())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            file.write(next);
            sealing = read(file);
            return next.getPrimary().getId();
        });
    }

    /** Destroys every key that neither seals now nor is in use. What it sealed can never be read again. Returns their ids. */
    public List<Integer> destroyAllBut(Set<Integer> inUse) {
        return KeyFile.alone(directory, () -> {
            KeysetHandle keys = file.read();
            KeysetHandle.Builder left = KeysetHandle.newBuilder(keys);
            List<Integer> destroyed = new ArrayList<>();
            for (int i = keys.size() - 1; i >= 0; i--) {
                int id = keys.getAt(i).getId();
                if (!keys.getAt(i).isPrimary() && !inUse.contains(id)) {
                    left.deleteAt(i);
                    destroyed.add(id);
                }
            }
            if (!destroyed.isEmpty()) {
                file.write(left.build());
                sealing = read(file);
            }
            return List.copyOf(destroyed);
        });
    }

    private PersonalData seal(String row, Person person) {
        Sealing now = current();
        byte[] name = seal(now, person.name(), field(row, "name"));
        byte[] email = seal(now, person.email(), field(row, "email"));
        byte[] phone = seal(now, person.phone(), field(row, "phone"));
        boolean empty = name.length + email.length + phone.length == 0;
        return empty
                ? PersonalData.NONE
                : new PersonalData(name, email, phone, now.keys().getPrimary().getId());
    }

    private Person open(String row, PersonalData sealed) {
        return new Person(
                open(sealed.name(), field(row, "name")),
                open(sealed.email(), field(row, "email")),
                open(sealed.phone(), field(row, "phone")));
    }

    private byte[] seal(Sealing with, String text, String place) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        try {
            return with.aead().encrypt(text.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM seals every text.", e);
        }
    }

    private String open(byte[] sealed, String place) {
        if (sealed.length == 0) {
            return "";
        }
        try {
            return new String(
                    current().aead().decrypt(sealed, place.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw unopened(sealed, e);
        }
    }

    private NqbaException unopened(byte[] sealed, GeneralSecurityException e) {
        return new NqbaException(
                ErrorCode.KEYS_UNUSABLE,
                "Personal data sealed with key (%s) cannot be opened with the keys in (%s)."
                        .formatted(Integer.toUnsignedString(keyId(sealed)), directory),
                "Give this program the keys of the one that wrote it: copy its key directory, or set NQBA_KEYS.",
                List.of(),
                e);
    }

    /** Looks at most every two seconds whether another process has changed the keys. */
    private Sealing current() {
        Sealing known = sealing;
        long now = System.nanoTime();
        if (now - known.lookedNanos() < LOOK_AGAIN_NANOS) {
            return known;
        }
        Sealing seen = file.writtenMillis() == known.writtenMillis()
                ? new Sealing(known.keys(), known.aead(), known.writtenMillis(), now)
                : KeyFile.alone(directory, () -> read(file));
        sealing = seen;
        return seen;
    }

    private static Sealing read(KeyFile file) throws GeneralSecurityException {
        long written = file.writtenMillis();
        KeysetHandle keys = file.read();
        return new Sealing(
                keys, keys.getPrimitive(RegistryConfiguration.get(), Aead.class), written, System.nanoTime());
    }

    private String hash(String purpose, String text) {
        try {
            byte[] tag = hashing.computeMac((purpose + "\0" + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC hashes every text.", e);
        }
    }

    private static String activity(ActivityKey key) {
        return row(CacheNames.ACTIVITY, key.leadId(), Long.toString(key.sequence()));
    }

    private static String message(OutboxMessageKey key) {
        return row(CacheNames.OUTBOX_MESSAGE, key.leadId(), key.messageId());
    }

    /** No id holds a zero character, so different rows are different texts. */
    private static String row(String cache, String... key) {
        return cache + "\0" + String.join("\0", key);
    }

    private static String field(String row, String field) {
        return row + "\0" + field;
    }
}
