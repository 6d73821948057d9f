package org.dongvon.shared.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes .xlsx files part by part: right ones, and such as nobody should open. */
final class Workbooks {

    private static final String TYPES =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                    + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
                    + "</Types>";
    private static final String RELS =
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    private static final String WORKBOOK_RELS =
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                    + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Workbooks() {}

    /** A workbook with one sheet of these rows, each the XML of its cells. */
    static Workbooks of(String... rows) {
        return new Workbooks().named("xl/worksheets/sheet1.xml", sheet(rows));
    }

    /** The XML of a sheet. */
    static String sheet(String... rows) {
        var xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int i = 0; i < rows.length; i++) {
            xml.append("<row r=\"").append(i + 1).append("\">").append(rows[i]).append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    /** A cell with its text inside. */
    static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** A number. */
    static String number(String address, String number) {
        return "<c r=\"" + address + "\"><v>" + number + "</v></c>";
    }

    /** A sheet's attributes in the workbook, such as its state. */
    Workbooks sheets(String... attributes) {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><workbook xmlns=\"" + MAIN
                + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>");
        for (int i = 0; i < attributes.length; i++) {
            xml.append("<sheet name=\"S" + i + "\" sheetId=\"" + (i + 1) + "\" r:id=\"rId1\" " + attributes[i] + "/>");
        }
        return named("xl/workbook.xml", xml.append("</sheets></workbook>").toString());
    }

    /** The part where the workbook says its sheet is. */
    Workbooks sheetAt(String target) {
        return named("xl/_rels/workbook.xml.rels", WORKBOOK_RELS.replace("worksheets/sheet1.xml", target));
    }

    /** Another part, or one of the usual ones with other content. */
    Workbooks named(String name, String content) {
        return named(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Workbooks named(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("[Content_Types].xml", TYPES.getBytes(StandardCharsets.UTF_8));
        all.put("_rels/.rels", RELS.getBytes(StandardCharsets.UTF_8));
        if (!parts.containsKey("xl/workbook.xml")) {
            sheets("");
        }
        all.put("xl/_rels/workbook.xml.rels", WORKBOOK_RELS.getBytes(StandardCharsets.UTF_8));
        all.put(
                "xl/sharedStrings.xml",
                ("<?xml version=\"1.0\"?><sst xmlns=\"" + MAIN + "\"/>").getBytes(StandardCharsets.UTF_8));
        all.putAll(parts);
        return zip(all);
    }

    /** An archive of these parts. */
    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
