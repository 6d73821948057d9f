package org.dongvon.shared.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.provider.Arguments;

/** Workbooks, and parts of them, that hostile files are made of. */
final class HostileParts {

    static final String HEADER = Workbooks.text("A1", "unit") + Workbooks.text("B1", "value");
    static final String ROW = Workbooks.text("A2", "LECHAN") + Workbooks.text("B2", "5");

    private HostileParts() {}

    static byte[] attributes(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> " a" + i + "=\"1\"")
                .collect(Collectors.joining("", "<worksheet", "/>"))
                .getBytes(UTF_8);
    }

    static Workbooks strings(int many) {
        return plain().named("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(many) + noise(1 << 20) + "</sst>");
    }

    static Workbooks elsewhere(String name, String sheet) {
        return plain().named(name, sheet).sheetAt(name.replace("xl/", ""));
    }

    static Workbooks plain() {
        return Workbooks.of(HEADER, ROW);
    }

    static Workbooks sheet(byte[] content) {
        return plain().named("xl/worksheets/sheet1.xml", content);
    }

    static byte[] zeros(int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        bytes[0] = '<';
        return bytes;
    }

    /** Text that hardly compresses, so that its length alone is what is wrong with it. */
    static String noise(int length) {
        return new Random(5)
                .ints(length, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    static Workbooks many(int parts) {
        var workbook = plain();
        for (int i = 0; i < parts; i++) {
            workbook.named("xl/media/" + i + ".xml", "<a/>");
        }
        return workbook;
    }

    /** Each part swells a hundred times only, and all of them together too much. */
    static Workbooks underTheRatio() {
        var parts = new LinkedHashMap<String, byte[]>();
        var workbook = plain();
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            var bytes = zeros(12 << 20);
            for (int j = 0; j < bytes.length; j += 100) {
                bytes[j] = (byte) ('a' + random.nextInt(26));
            }
            bytes[0] = '<';
            parts.put("xl/media/" + i + ".xml", bytes);
        }
        parts.forEach(workbook::named);
        return workbook;
    }

    static Arguments file(String name, TableRefusal rule, Workbooks workbook) {
        return Arguments.of(name, rule, workbook.bytes());
    }

    static Arguments other(String name, String file, TableRefusal rule, byte[] content) {
        return Arguments.of(name, file, rule, content);
    }
}
