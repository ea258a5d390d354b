package io.nqba.compute.optimisation.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.compute.optimisation.format.WrittenProblems.Plain;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.testing.SeededTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Whatever comes, there is a problem or a refusal with a remedy. */
class ProblemFuzzTest {
    private static final ReadLimits SMALL = new ReadLimits(1 << 20, 200, 2_000);
    private static final byte[][] PIECES = {
        WrittenProblems.bytes("\n"),
        WrittenProblems.bytes(" "),
        WrittenProblems.bytes("-1"),
        WrittenProblems.bytes("99999999999999999999999"),
        WrittenProblems.bytes("1e308"),
        WrittenProblems.bytes("NaN"),
        WrittenProblems.bytes("null"),
        WrittenProblems.bytes("[[[["),
        WrittenProblems.bytes("}"),
        WrittenProblems.bytes("\""),
        WrittenProblems.bytes("0.5"),
        new byte[] {0},
        new byte[] {(byte) 0xff, (byte) 0xfe},
    };

    @SeededTest(tries = 300)
    void changedDocumentsAreReadOrRefused(long seed) {
        var random = new SplittableRandom(seed);
        Plain plain = WrittenProblems.random(seed, random.nextInt(0, 15), Sense.MAXIMISE, Domain.BITS, true, false);
        String[] texts = {
            WrittenProblems.coo(plain),
            WrittenProblems.dimod(plain, false),
            WrittenProblems.dimod(plain, true),
            WrittenProblems.qbsolv(plain),
            WrittenProblems.rudy(plain),
            WrittenProblems.orLibrary(plain),
            "2\n" + WrittenProblems.orLibrary(plain) + WrittenProblems.orLibrary(plain),
        };
        byte[] document = WrittenProblems.bytes(texts[random.nextInt(texts.length)]);
        if (random.nextInt(4) == 0) {
            document = WrittenProblems.gzip(document);
        }

        for (int k = 0; k < 20; k++) {
            document = changed(document, random);
            assertReadOrRefused(document, random);
        }
    }

    @SeededTest(tries = 300)
    void randomBytesAreRefused(long seed) {
        var random = new SplittableRandom(seed);
        byte[] document = new byte[random.nextInt(1, 2_000)];
        random.nextBytes(document);
        if (random.nextBoolean()) {
            document[0] = 0x1f;
            document[document.length / 2] = 0;
            document[Math.min(1, document.length - 1)] = (byte) 0x8b;
        }

        assertReadOrRefused(document, random);
    }

    private static byte[] changed(byte[] document, SplittableRandom random) {
        int at = random.nextInt(document.length + 1);
        int to = Math.min(document.length, at + random.nextInt(6));
        byte[] piece = switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 -> java.util.Arrays.copyOfRange(document, at, document.length);
            case 3 -> new byte[] {(byte) ('0' + random.nextInt(10))};
            default -> PIECES[random.nextInt(PIECES.length)];
        };
        byte[] result = new byte[at + piece.length + document.length - to];
        System.arraycopy(document, 0, result, 0, at);
        System.arraycopy(piece, 0, result, at, piece.length);
        System.arraycopy(document, to, result, at + piece.length, document.length - to);
        return result.length > 100_000 ? java.util.Arrays.copyOf(result, 100_000) : result;
    }

    private static void assertReadOrRefused(byte[] document, SplittableRandom random) {
        List<ProblemFormat> formats = List.of(ProblemFormat.values());
        int choice = random.nextInt(formats.size() + 1);
        Optional<ProblemFormat> format = choice == 0 ? Optional.empty() : Optional.of(formats.get(choice - 1));
        try {
            ProblemDocument read = ProblemReader.read(new ByteArrayInputStream(document), format, SMALL);
            assertThat(Double.isFinite(
                            read.problem().value(new byte[read.problem().size()])))
                    .isTrue();
        } catch (NqbaException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PROBLEM);
            assertThat(e.problem()).isNotBlank().doesNotContain("\n", "jackson", "java.");
            assertThat(e.remedy()).isNotBlank();
        } catch (IOException e) {
            throw new AssertionError("Bytes in memory cannot fail.", e);
        }
    }
}
