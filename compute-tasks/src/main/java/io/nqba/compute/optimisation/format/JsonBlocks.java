package io.nqba.compute.optimisation.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** JSON text on its way out in UTF-8, in blocks. */
final class JsonBlocks {
    private static final int BLOCK = 1 << 13;

    private final OutputStream out;
    private final StringBuilder block = new StringBuilder();

    JsonBlocks(OutputStream out) {
        this.out = out;
    }

    JsonBlocks add(String piece) throws IOException {
        block.append(piece);
        if (block.length() >= BLOCK) {
            write();
        }
        return this;
    }

    void flush() throws IOException {
        write();
        out.flush();
    }

    private void write() throws IOException {
        out.write(block.toString().getBytes(StandardCharsets.UTF_8));
        block.setLength(0);
    }
}
