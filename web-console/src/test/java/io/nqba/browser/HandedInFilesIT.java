package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A compressed file is handed in whichever way a person gets it into the form, and what comes back is its answer. */
class HandedInFilesIT {
    private static final Pattern PROBLEM = Pattern.compile(".*/optimisation/problems/[0-9a-f-]{36}$");
    private static final Pattern RUN = Pattern.compile(".*/runs/[0-9a-f-]{36}$");
    private static final StoredGraph GRAPH = StoredGraph.random(14, 6, 31);
    /** Lets go of a file over the form, or pastes it, as the browser tells a page that somebody did. */
    private static final String GIVE = """
            ([way, name, base64]) => {
              const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
              const given = new DataTransfer();
              given.items.add(new File([bytes], name, { type: 'application/gzip' }));
              const told = { bubbles: true, cancelable: true };
              document.querySelector('#seen').dispatchEvent(way === 'DROP'
                  ? new DragEvent('drop', { ...told, dataTransfer: given })
                  : new ClipboardEvent('paste', { ...told, clipboardData: given }));
            }
            """;

    /** How a file gets into the form. */
    enum Way {
        CHOOSER,
        DROP,
        PASTE
    }

    @ParameterizedTest
    @EnumSource
    void aCompressedFileIsReadWhicheverWayItComes(Way way) {
        String name = "graph-by-%s.txt.gz".formatted(way);
        try (Visit visit = form()) {
            give(visit, way, name, compressed(GRAPH.text()));
            assertThat(visit.find("[data-seen]"))
                    .containsText("compressed with gzip. Looks like Gset (rudy) text of 14 vertices and 42 edges.");

            visit.find("text=Submit the problem").click();

            assertThat(visit.page()).hasURL(PROBLEM);
            assertThat(visit.find("h1")).hasText(name);
            assertThat(visit.find(".page-head__lead")).containsText("14 variables, 42 couplings, to be maximised");
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void textIsPastedByKeyboardSolvedAndItsAnswerTakenAway() throws IOException {
        String address;
        String answer;
        try (Visit visit = form()) {
            visit.mayUseTheClipboard();
            visit.page().evaluate("text => navigator.clipboard.writeText(text)", GRAPH.text());
            visit.find("#text").focus();
            visit.page().keyboard().press("Control+V");
            assertThat(visit.find("#text")).hasValue(GRAPH.text());
            visit.page().fill("#name", "Pasted by keyboard");
            visit.find("text=Submit the problem").click();
            assertThat(visit.page()).hasURL(PROBLEM);
            visit.find("text=Start the run").click();
            assertThat(visit.page()).hasURL(RUN);
            assertThat(visit.find("[data-run-state]")).hasText("Succeeded");
            address = visit.address();
            answer = download(visit);
        }
        assertThat(GRAPH.cut(answer)).isEqualTo(GRAPH.heaviestCut());
        try (Visit fresh = Visit.council()) {
            fresh.open(address);

            assertThat(fresh.find("h1")).hasText("Annealing of Pasted by keyboard");
            assertThat(download(fresh)).isEqualTo(answer);
        }
    }

    @Test
    void aFileThatWasCutShortIsToldAndKept() {
        byte[] whole = compressed(GRAPH.text());
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        try (Visit visit = form()) {
            give(visit, Way.DROP, "cut.gz", cut);

            visit.find("text=Submit the problem").click();

            assertThat(visit.find("[data-upload-words]")).hasText("Not stored; everything you gave is still here.");
            assertThat(visit.find("#text-error")).containsText("gzip");
            assertThat(visit.page().evaluate("document.querySelector('#file').files[0].name"))
                    .isEqualTo("cut.gz");
        }
    }

    private static Visit form() {
        Visit visit = Visit.council();
        visit.open("/optimisation/submit");
        visit.page().waitForSelector("[data-upload-ready]");
        return visit;
    }

    private static void give(Visit visit, Way way, String name, byte[] file) {
        if (way == Way.CHOOSER) {
            visit.page()
                    .waitForFileChooser(() -> visit.find("#file").click())
                    .setFiles(new FilePayload(name, "application/gzip", file));
            return;
        }
        visit.page()
                .evaluate(GIVE, List.of(way.name(), name, Base64.getEncoder().encodeToString(file)));
    }

    private static String download(Visit visit) throws IOException {
        Download file = visit.page()
                .waitForDownload(
                        () -> visit.find("#run-answer a >> text='Bits as text'").click());
        return Files.readString(file.path()).strip();
    }

    private static byte[] compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
