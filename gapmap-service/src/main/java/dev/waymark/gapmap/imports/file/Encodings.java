package dev.waymark.gapmap.imports.file;

import dev.waymark.http.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/**
 * Tells in which encoding a file is: what its byte-order mark says; without one UTF-16 if every other byte is nought, UTF-8 if all of
 * it is, and else Windows-1252, which is what programs that know neither write.
 */
final class Encodings {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEAD = 4096;

    private Encodings() {}

    /** @throws Problem 400 if it is in none of them */
    static Charset of(Path file) throws IOException {
        try (var bytes = withoutMark(file)) {
            if (bytes.hasBOM()) {
                return Charset.forName(bytes.getBOMCharsetName());
            }
            return ofContent(bytes.readNBytes(HEAD), file);
        }
    }

    /** The file from behind its byte-order mark, if it has one. */
    static BOMInputStream withoutMark(Path file) throws IOException {
        return BOMInputStream.builder()
                .setInputStream(Files.newInputStream(file))
                .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                .get();
    }

    static Problem unknown() {
        return Problem.invalid("file", "is no text in UTF-8, UTF-16 or Windows-1252");
    }

    private static Charset ofContent(byte[] head, Path file) throws IOException {
        var even = noughts(head, 0);
        var odd = noughts(head, 1);
        // Half of what Latin letters take in UTF-16; a third, since some letters are not Latin.
        var many = head.length / 6;
        if (odd > many && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > many && odd == 0) {
            return StandardCharsets.UTF_16BE;
        }
        var utf8 = Utf8.of(file);
        if (utf8 == Utf8.WHOLE) {
            return StandardCharsets.UTF_8;
        }
        if (utf8 == Utf8.DAMAGED) {
            throw Problem.invalid("file", "is not in UTF-8 throughout: a letter is damaged");
        }
        for (var each : head) {
            if (each >= 0 && Character.isISOControl(each) && !Character.isWhitespace(each)) {
                throw unknown();
            }
        }
        return WINDOWS;
    }

    private static int noughts(byte[] bytes, int from) {
        var noughts = 0;
        for (var i = from; i < bytes.length; i += 2) {
            noughts += bytes[i] == 0 ? 1 : 0;
        }
        return noughts;
    }

    /** Whether a file is in UTF-8. All of it is read: the first letter beyond ASCII may be the last one. */
    private enum Utf8 {
        WHOLE,
        /** Other letters than those of ASCII are, but not all: whoever took it for something else would misread names. */
        DAMAGED,
        NONE;

        static Utf8 of(Path file) throws IOException {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            var bytes = ByteBuffer.allocate(1 << 16);
            var text = CharBuffer.allocate(1 << 16);
            var beyondAscii = false;
            try (var channel = Files.newByteChannel(file)) {
                for (var end = false; !end; bytes.compact()) {
                    end = channel.read(bytes) < 0;
                    bytes.flip();
                    var result = decoder.decode(bytes, text.clear(), end);
                    beyondAscii |= text.flip().chars().anyMatch(c -> c > 0x7f);
                    if (result.isError()) {
                        return beyondAscii ? DAMAGED : NONE;
                    }
                }
                return WHOLE;
            }
        }
    }
}
