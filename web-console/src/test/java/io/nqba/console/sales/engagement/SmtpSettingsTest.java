package io.nqba.console.sales.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.console.sales.engagement.SmtpProperties.Tls;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void thePasswordMayStandInAFileAndIsShownNowhere() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "open sesame\n");
        SmtpProperties given = given("mail.example", 0, Tls.STARTTLS, "sales", "", file, "sales@mail.example", null);

        SmtpSettings settings = new SmtpSettings(given);

        assertThat(settings.password()).isEqualTo("open sesame");
        assertThat(settings.port()).isEqualTo(587);
        assertThat(settings.properties())
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.timeout", "30000");
        SmtpProperties inline =
                given("mail.example", 0, Tls.IMPLICIT, "sales", "open sesame", null, "a@b.example", null);
        assertThat(inline.toString()).doesNotContain("sesame");
        assertThat(new SmtpSettings(inline).port()).isEqualTo(465);
    }

    @ParameterizedTest
    @CsvSource({
        "'',             0, STARTTLS, '',    '',     a@b.example, nqba.outbox.smtp.host (empty)",
        "'a b',          0, STARTTLS, '',    '',     a@b.example, nqba.outbox.smtp.host (a b)",
        "mail.example,  -1, STARTTLS, '',    '',     a@b.example, nqba.outbox.smtp.port (-1)",
        "mail.example,   0, STARTTLS, '',    '',     '',          nqba.outbox.smtp.from (empty)",
        "mail.example,   0, STARTTLS, '',    '',     sales,       nqba.outbox.smtp.from (sales)",
        "mail.example,   0, NONE,     '',    '',     a@b.example, nqba.outbox.smtp.tls (none)",
        "127.evil.org,   0, NONE,     '',    '',     a@b.example, nqba.outbox.smtp.tls (none)",
        "mail.example,   0, STARTTLS, sales, '',     a@b.example, nqba.outbox.smtp.password (empty)",
        "mail.example,   0, STARTTLS, '',    sesame, a@b.example, nqba.outbox.smtp.user (empty)"
    })
    void aSettingThatDoesNotFitIsNamed(
            String host, int port, Tls tls, String user, String password, String from, String named) {
        assertThatThrownBy(() -> new SmtpSettings(given(host, port, tls, user, password, null, from, null)))
                .isInstanceOfSatisfying(NqbaException.class, wrong -> {
                    assertThat(wrong.code()).isEqualTo(ErrorCode.INVALID_SETTING);
                    assertThat(wrong.problem())
                            .contains("The setting " + named + " must ")
                            .doesNotContain("sesame");
                    assertThat(wrong.remedy()).contains("docs/settings.md");
                });
    }

    @Test
    void filesThatAreNotThereOrHoldSomethingElseAreNamed() throws IOException {
        Path none = folder.resolve("none");
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");

        assertThatThrownBy(() -> new SmtpSettings(
                        given("mail.example", 0, Tls.STARTTLS, "sales", "", none, "a@b.example", null)))
                .hasMessageContaining("nqba.outbox.smtp.password-file (" + none + ")");
        assertThatThrownBy(() -> new SmtpSettings(
                        given("mail.example", 0, Tls.STARTTLS, "sales", "sesame", text, "a@b.example", null)))
                .hasMessageContaining("nqba.outbox.smtp.password-file (" + text + ")");
        for (Path trust : new Path[] {none, text}) {
            assertThatThrownBy(() -> new SmtpSettings(
                            given("mail.example", 0, Tls.STARTTLS, "", "", null, "a@b.example", trust)))
                    .hasMessageContaining("nqba.outbox.smtp.trust-file (" + trust + ")");
        }
    }

    @Test
    void triesAndTimesHaveLimits() {
        assertThatThrownBy(() -> new OutboxProperties(
                        OutboxProperties.Sender.FILE, null, Duration.ofSeconds(5), 11, Duration.ofMinutes(1)))
                .hasMessageContaining("nqba.outbox.tries (11)");
        assertThatThrownBy(() -> new OutboxProperties(
                        OutboxProperties.Sender.FILE, null, Duration.ofSeconds(5), 5, Duration.ZERO))
                .hasMessageContaining("nqba.outbox.retry (PT0S)");
        assertThat(new OutboxProperties(
                                OutboxProperties.Sender.FILE, null, Duration.ofSeconds(5), 5, Duration.ofMinutes(1))
                        .wait(3))
                .isEqualTo(Duration.ofMinutes(16));
    }

    private static SmtpProperties given(
            String host,
            int port,
            Tls tls,
            String user,
            String password,
            @Nullable Path passwordFile,
            String from,
            @Nullable Path trust) {
        return new SmtpProperties(host, port, tls, user, password, passwordFile, from, trust, Duration.ofSeconds(30));
    }
}
