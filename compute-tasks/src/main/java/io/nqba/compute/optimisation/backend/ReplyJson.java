package io.nqba.compute.optimisation.backend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads what a back end answers. Fields that are not known are read past, so that a back end may say more. */
final class ReplyJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReplyJson() {}

    /** Returns the fields of an object that are texts. */
    static Map<String, String> texts(byte[] body) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "no object");
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.getString();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(name, parser.getString());
                }
                parser.skipChildren();
            }
            require(parser.nextToken() == null, "text behind the object");
        } catch (JacksonException e) {
            throw Protocol.malformed("no JSON");
        }
        return texts;
    }

    /** Returns the samples of {@code {"samples":[{"bits":"011","objective":-3},…]}}. */
    static List<Sample> samples(byte[] body) {
        List<Sample> samples = new ArrayList<>();
        boolean found = false;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "no object");
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean list = parser.getString().equals("samples");
                parser.nextToken();
                if (list) {
                    found = true;
                    addSamples(parser, samples);
                } else {
                    parser.skipChildren();
                }
            }
            require(parser.nextToken() == null, "text behind the object");
        } catch (JacksonException e) {
            throw Protocol.malformed("no JSON");
        }
        require(found, "no samples");
        return samples;
    }

    private static void addSamples(JsonParser parser, List<Sample> samples) {
        require(parser.currentToken() == JsonToken.START_ARRAY, "samples that are no list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken() == JsonToken.START_OBJECT, "a sample that is no object");
            samples.add(sample(parser));
        }
    }

    private static Sample sample(JsonParser parser) {
        byte[] bits = null;
        OptionalDouble objective = OptionalDouble.empty();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.getString();
            JsonToken value = parser.nextToken();
            if (name.equals("bits")) {
                require(value == JsonToken.VALUE_STRING, "bits that are no text");
                bits = bits(parser.getString());
            } else if (name.equals("objective")) {
                require(value != null && value.isNumeric(), "an objective that is no number");
                objective = OptionalDouble.of(parser.getDoubleValue());
            } else {
                parser.skipChildren();
            }
        }
        if (bits == null) {
            throw Protocol.malformed("a sample without bits");
        }
        return new Sample(bits, objective);
    }

    private static byte[] bits(String text) {
        byte[] bits = new byte[text.length()];
        for (int i = 0; i < bits.length; i++) {
            char letter = text.charAt(i);
            require(letter == '0' || letter == '1', "bits other than 0 and 1");
            bits[i] = (byte) (letter - '0');
        }
        return bits;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw Protocol.malformed(otherwise);
        }
    }
}
