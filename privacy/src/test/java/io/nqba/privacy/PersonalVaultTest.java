package io.nqba.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.PersonalData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalVaultTest {
    private static final Person ADA = new Person("Ada Example", "ada@example.org", "+49 30 1234567");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatIsSealedOpensAgainAndShowsNothing() {
        PersonalVault vault = PersonalVault.in(directory);

        PersonalData sealed = vault.sealLead("lead-1", ADA);

        assertThat(vault.openLead("lead-1", sealed)).isEqualTo(ADA);
        assertThat(new String(sealed.name(), StandardCharsets.ISO_8859_1)).doesNotContain("Ada");
        assertThat(sealed.keyId()).isEqualTo(vault.keyId()).isEqualTo(PersonalVault.keyId(sealed.phone()));
        assertThat(vault.sealLead("lead-1", ADA)).as("nonces differ").isNotEqualTo(sealed);
        assertThat(ADA.toString()).doesNotContain("Ada");
    }

    @Test
    void whatIsNotKnownStaysEmpty() {
        PersonalVault vault = PersonalVault.in(directory);

        PersonalData sealed = vault.sealLead("lead-1", new Person("", "ada@example.org", ""));

        assertThat(sealed.name()).isEmpty();
        assertThat(vault.openLead("lead-1", sealed).email()).isEqualTo("ada@example.org");
        assertThat(vault.sealLead("lead-1", Person.NOBODY)).isEqualTo(PersonalData.NONE);
        assertThat(vault.openLead("lead-1", PersonalData.NONE)).isEqualTo(Person.NOBODY);
    }

    @Test
    void aSealedTextOpensOnlyWhereItWasWritten() {
        PersonalVault vault = PersonalVault.in(directory);
        PersonalData sealed = vault.sealLead("lead-1", ADA);
        PersonalData swapped = new PersonalData(
                /* name= */ sealed.email(), /* email= */ sealed.name(), sealed.phone(), sealed.keyId());
        byte[] text = vault.sealText(new ActivityKey("lead-1", 1), "Call Ada back");

        refused(() -> vault.openLead("lead-2", sealed));
        refused(() -> vault.openLead("lead-1", swapped));
        refused(() -> vault.openContact(new ContactKey("lead-1", "lead-1"), sealed));
        refused(() -> vault.openText(new ActivityKey("lead-1", 2), text));
        assertThat(vault.openText(new ActivityKey("lead-1", 1), text)).isEqualTo("Call Ada back");
    }

    @Test
    void everyChangedByteIsNoticed() {
        PersonalVault vault = PersonalVault.in(directory);
        ActivityKey key = new ActivityKey("lead-1", 1);
        byte[] text = vault.sealText(key, "x");

        for (int i = 0; i < text.length; i++) {
            byte[] changed = text.clone();
            changed[i] ^= 1;
            refused(() -> vault.openText(key, changed));
        }
    }

    @Test
    void anotherVaultOnTheSameKeysOpensIt() {
        PersonalVault vault = PersonalVault.in(directory);
        PersonalVault other = PersonalVault.in(directory);
        PersonalVault stranger = PersonalVault.in(directory.resolve("other"));
        PersonalData sealed = vault.sealLead("lead-1", ADA);

        assertThat(other.openLead("lead-1", sealed)).isEqualTo(ADA);
        assertThat(other.fingerprint()).isEqualTo(vault.fingerprint()).isNotEqualTo(stranger.fingerprint());
        refused(() -> stranger.openLead("lead-1", sealed));
    }

    @Test
    void afterARotationTheOldKeyOpensAndTheNewOneSeals() {
        PersonalVault vault = PersonalVault.in(directory);
        PersonalData before = vault.sealLead("lead-1", ADA);

        int next = vault.rotate();

        PersonalData after = vault.sealLead("lead-1", ADA);
        assertThat(after.keyId()).isEqualTo(next).isNotEqualTo(before.keyId());
        assertThat(vault.openLead("lead-1", before)).isEqualTo(ADA);
        assertThat(vault.destroyAllBut(Set.of(before.keyId()))).isEmpty();
        assertThat(vault.destroyAllBut(Set.of(next))).containsExactly(before.keyId());
        refused(() -> vault.openLead("lead-1", before));
        assertThat(vault.openLead("lead-1", after)).isEqualTo(ADA);
        assertThat(PersonalVault.in(directory).openLead("lead-1", after)).isEqualTo(ADA);
    }

    @Test
    void equalAddressesHaveEqualHashes() {
        PersonalVault vault = PersonalVault.in(directory);

        assertThat(vault.emailHash(" Ada@Example.org "))
                .isEqualTo(vault.emailHash("ada@example.org"))
                .hasSize(22)
                .isNotEqualTo(vault.emailHash("eve@example.org"))
                .isNotEqualTo(PersonalVault.in(directory.resolve("other")).emailHash("ada@example.org"));
        assertThat(vault.emailHash(" ")).isEmpty();
        vault.rotate();
        assertThat(PersonalVault.in(directory).emailHash("ada@example.org"))
                .isEqualTo(vault.emailHash("ada@example.org"));
    }

    @Test
    void onlyTheOwnerMayReadTheKeys() throws IOException {
        Path keys = directory.resolve("keys");
        PersonalVault.in(keys).rotate();
        Path file = keys.resolve("personal-data.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("email-hash.json"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        refused(() -> PersonalVault.in(keys));
    }

    @Test
    void aBrokenKeyFileIsRefusedAndKept() throws IOException {
        PersonalVault.in(directory);
        Path file = directory.resolve("personal-data.json");
        Files.writeString(file, "{");

        refused(() -> PersonalVault.in(directory));
        assertThat(file).hasContent("{");
    }

    @Test
    void manyAtOnceMakeOneKeyset() throws InterruptedException, ExecutionException {
        Path keys = directory.resolve("many");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<String> open = () -> PersonalVault.in(keys).fingerprint();
            List<Future<String>> opened = pool.invokeAll(List.of(open, open, open, open, open, open, open, open));
            for (Future<String> each : opened) {
                assertThat(each.get()).isEqualTo(opened.get(0).get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NqbaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEYS_UNUSABLE));
    }
}
