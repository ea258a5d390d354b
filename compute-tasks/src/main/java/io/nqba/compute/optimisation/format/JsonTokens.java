package io.nqba.compute.optimisation.format;

import io.nqba.model.error.NqbaException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * The tokens of a JSON document, one at a time. Every refusal names the place as a JSON pointer (RFC 6901), such as {@code
 * /couplings/16/2}, and what the parser itself refuses by line and column; the parser's own words never reach the reader.
 */
final class JsonTokens implements Places {
    private static final int DEEPEST_NESTING = 32;
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_STRING = 4_000;

    /** NaN and infinities are let through to be refused with their place. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_STRING)
                    .maxNameLength(LONGEST_STRING)
                    .build())
            .build();

    /** A step of the parser. */
    private interface Step<T extends @Nullable Object> {
        T take();
    }

    /** What is done with a field, whose value is at hand. */
    interface Field {
        void read(String name) throws IOException;
    }

    private final JsonParser parser;
    private String couplings = "/couplings";

    JsonTokens(InputStream in) throws IOException {
        this.parser = guarded(() -> FACTORY.createParser(ObjectReadContext.empty(), in));
    }

    /** Names the array that couplings stand in. */
    void couplingsAt(String pointer) {
        couplings = pointer;
    }

    /** Reads the whole document: one object whose fields come in any order, each once. */
    void readObject(String remedy, Field field) throws IOException {
        require(JsonToken.START_OBJECT, "an object", remedy);
        Set<String> seen = new HashSet<>();
        while (next() == JsonToken.PROPERTY_NAME) {
            String name = text();
            if (!seen.add(name)) {
                throw refused("stands twice", "Give each field once.");
            }
            next();
            field.read(name);
        }
        requireEnd();
    }

    /** Goes to the next token; null at the end of the document. */
    @Nullable
    JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw translated(e);
        }
    }

    @Nullable
    JsonToken current() {
        return parser.currentToken();
    }

    /** Returns the text of a string or of a name at hand. */
    String text() throws IOException {
        return guarded(parser::getString);
    }

    /** Reads past the value at hand. */
    void skipValue() throws IOException {
        guarded(parser::skipChildren);
    }

    /** Goes to the next token, which must be the given one. */
    void require(JsonToken expected, String what, String remedy) throws IOException {
        next();
        requireCurrent(expected, what, remedy);
    }

    /** Refuses the token at hand if it is another one. */
    void requireCurrent(JsonToken expected, String what, String remedy) throws IOException {
        if (current() != expected) {
            throw refused("must be " + what, remedy);
        }
    }

    /** Returns the integer at hand within bounds. */
    int whole(String name, long least, long most, String remedy) throws IOException {
        if (current() != JsonToken.VALUE_NUMBER_INT) {
            throw refused("gives the %s as %s, which is not a whole number".formatted(name, shown()), remedy);
        }
        long value = isLong() ? guarded(parser::getLongValue) : Long.MAX_VALUE;
        if (value < least || value > most) {
            throw refused(
                    "gives the %s as %s, which must lie between %d and %d".formatted(name, shown(), least, most),
                    remedy);
        }
        return (int) value;
    }

    /** Takes the number at hand as a coefficient. */
    void figure(Figure figure) throws IOException {
        Figure.Flaw flaw;
        if (current() == JsonToken.VALUE_NUMBER_INT) {
            flaw = isLong() ? figure.set(guarded(parser::getLongValue)) : Figure.Flaw.LARGE_INTEGER;
        } else if (current() == JsonToken.VALUE_NUMBER_FLOAT) {
            flaw = parser.isNaN() ? Figure.Flaw.NOT_FINITE : figure.set(guarded(parser::getDoubleValue));
        } else {
            flaw = Figure.Flaw.NOT_A_NUMBER;
        }
        if (flaw != Figure.Flaw.NONE) {
            throw refused("gives %s, which %s".formatted(shown(), flaw.what()), flaw.remedy());
        }
    }

    /** Decodes the base64 string at hand. */
    void bytes(OutputStream target) throws IOException {
        guarded(() -> parser.readBinaryValue(target));
    }

    /** Refuses what follows the document. */
    private void requireEnd() throws IOException {
        if (next() != null) {
            throw Refusal.of(
                    "%s follows the end of the document.".formatted(location(parser.currentTokenLocation())),
                    "Send one JSON object and nothing behind it.");
        }
    }

    /** Returns the value at hand as it may stand in a message. */
    String shown() throws IOException {
        JsonToken token = current();
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_ARRAY, START_OBJECT -> "a list or an object";
            case END_ARRAY, END_OBJECT -> "nothing";
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "no value";
            case PROPERTY_NAME,
                    VALUE_STRING,
                    VALUE_NUMBER_INT,
                    VALUE_NUMBER_FLOAT,
                    VALUE_TRUE,
                    VALUE_FALSE,
                    VALUE_NULL -> "(" + Refusal.shown(text()) + ")";
        };
    }

    NqbaException refused(String problem, String remedy) {
        return Refusal.of(here() + " " + problem + ".", remedy);
    }

    @Override
    public String here() {
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        return pointer.isEmpty() ? "The document" : Refusal.shown(pointer);
    }

    @Override
    public String coupling(int ordinal) {
        return couplings + "/" + ordinal;
    }

    @Override
    public long variable(long index) {
        return index;
    }

    private boolean isLong() throws IOException {
        JsonParser.NumberType type = guarded(parser::getNumberType);
        return type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG;
    }

    private <T extends @Nullable Object> T guarded(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (JacksonException e) {
            throw translated(e);
        }
    }

    private static NqbaException translated(JacksonException e) throws IOException {
        if (e instanceof JacksonIOException io) {
            // Which encoding it is the parser guesses from the first bytes, and a wrong one is a fault of the document.
            if (io.getCause() instanceof CharConversionException) {
                return Refusal.of("The document is not Unicode text.", "Send the document in UTF-8.");
            }
            throw io.getCause();
        }
        String place = location(e.getLocation());
        if (e instanceof StreamConstraintsException) {
            return Refusal.of(
                    "%s nests deeper than %d levels, or has a number or text of more than %d or %d characters."
                            .formatted(place, DEEPEST_NESTING, LONGEST_NUMBER, LONGEST_STRING),
                    "Write the document as docs/formats.md shows it.");
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return Refusal.of(place + " ends the document too early.", "The document was cut off: send it whole.");
        }
        return Refusal.of(place + " is not JSON.", "Check the document with a JSON tool, or name its format.");
    }

    private static String location(@Nullable TokenStreamLocation location) {
        return location == null
                ? "The document"
                : "Line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
