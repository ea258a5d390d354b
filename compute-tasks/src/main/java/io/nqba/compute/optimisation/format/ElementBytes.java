package io.nqba.compute.optimisation.format;

import java.io.OutputStream;

/** Splits the bytes of a NumPy array into its little-endian elements. */
final class ElementBytes extends OutputStream {
    /** Takes an index. */
    interface Indices {
        void take(int index);
    }

    /** Takes a number, which is reused. */
    interface Figures {
        void take(Figure figure);
    }

    /** Takes the bits of one element. */
    private interface Elements {
        void take(long bits);
    }

    private final JsonTokens tokens;
    private final int width;
    private final Elements target;
    private long bits;
    private int filled;

    private ElementBytes(JsonTokens tokens, int width, Elements target) {
        this.tokens = tokens;
        this.width = width;
        this.target = target;
    }

    static ElementBytes ofBiases(JsonTokens tokens, String type, Figure figure, Figures target) {
        int width = width(tokens, type, "float");
        return new ElementBytes(tokens, width, bits -> {
            double value = width == 8 ? Double.longBitsToDouble(bits) : Float.intBitsToFloat((int) bits);
            Figure.Flaw flaw = Double.isInfinite(value) ? Figure.Flaw.NOT_FINITE : figure.set(value);
            if (flaw != Figure.Flaw.NONE) {
                throw tokens.refused("gives (%s), which %s".formatted(value, flaw.what()), flaw.remedy());
            }
            target.take(figure);
        });
    }

    static ElementBytes ofIndices(JsonTokens tokens, String type, int most, Indices target) {
        int width = width(tokens, type.startsWith("u") ? type.substring(1) : type, "int");
        return new ElementBytes(tokens, width, bits -> {
            long index = width == 8 ? bits : (int) bits;
            if (index < 0 || index > most) {
                throw tokens.refused(
                        "gives the variable as (%d), which must lie between 0 and %d".formatted(index, most),
                        "Give heads and tails as positions in variable_labels, from 0.");
            }
            target.take((int) index);
        });
    }

    private static int width(JsonTokens tokens, String type, String kind) {
        if (type.equals(kind + "64")) {
            return 8;
        }
        if (type.equals(kind + "32")) {
            return 4;
        }
        throw tokens.refused(
                "has elements of the type (%s)".formatted(Refusal.shown(type)),
                "Use %s32 or %s64, or write lists of numbers.".formatted(kind, kind));
    }

    @Override
    public void write(int next) {
        bits |= (long) (next & 0xff) << (8 * filled++);
        if (filled == width) {
            long element = bits;
            bits = 0;
            filled = 0;
            target.take(element);
        }
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        for (int k = offset; k < offset + length; k++) {
            write(source[k]);
        }
    }

    /** Refuses an element that is cut off. */
    void requireWhole() {
        if (filled > 0) {
            throw tokens.refused(
                    "ends within an element of %d bytes".formatted(width), "The bytes were cut off: send them whole.");
        }
    }
}
