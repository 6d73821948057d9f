package org.dongvon.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dongvon.shared.text.Label;

/** The documents that come with the product, read from {@code reference/documents.csv} without any database. */
public final class ShippedDocuments {

    private final List<Document> documents;
    private final List<Link> links;

    private ShippedDocuments(List<Document> documents, List<Link> links) {
        this.documents = documents;
        this.links = links;
    }

    /** Reads the file. */
    public static ShippedDocuments read() {
        var file = ShippedFile.read("documents");
        var links = new ArrayList<Link>();
        file.rows(row -> row).forEach(row -> {
            for (var kind : LinkKind.values()) {
                row.list(kind.name().toLowerCase(Locale.ROOT))
                        .forEach(target -> links.add(new Link(row.text("code"), kind, target)));
            }
        });
        return new ShippedDocuments(file.rows(ShippedDocuments::document), List.copyOf(links));
    }

    /** All documents in the file's order. */
    public List<Document> documents() {
        return documents;
    }

    /** Which document implements, replaces or amends which, by code. */
    List<Link> links() {
        return links;
    }

    private static Document document(ShippedFile.Row row) {
        return new Document(
                row.number("no"),
                row.text("code"),
                row.text("number"),
                new Document.Origin(row.constant("issuer", Issuer.class), row.text("place")),
                row.constant("kind", DocumentKind.class),
                new Label(row.text("title_vi"), row.text("title_en")),
                new DocumentDays(row.day("date"), row.day("valid_from"), row.day("valid_to")),
                new Document.Evidence(row.constant("mark", Mark.class), row.text("source")));
    }

    /**
     * One document following another.
     *
     * @param code the later document
     * @param kind how it follows
     * @param target the earlier document
     */
    record Link(String code, LinkKind kind, String target) {}
}
