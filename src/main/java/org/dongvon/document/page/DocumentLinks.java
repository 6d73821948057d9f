package org.dongvon.document.page;

import java.util.List;
import org.dongvon.document.Document;
import org.dongvon.document.DocumentKind;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a document follows others, and which follow it. */
@Repository
class DocumentLinks {

    private static final String OF = """
            select link.kind, true as forward, other.code, other.number, other.kind as document_kind, other.title_vi,
                   other.title_en
              from document.link
              join document.document other on other.id = link.target_id
             where link.document_id = :id
             union all
            select link.kind, false, other.code, other.number, other.kind, other.title_vi, other.title_en
              from document.link
              join document.document other on other.id = link.document_id
             where link.target_id = :id
             order by 2 desc, 1, 4
            """;

    private final JdbcClient db;

    DocumentLinks(JdbcClient db) {
        this.db = db;
    }

    List<Link> of(Document document) {
        return db.sql(OF)
                .param("id", document.id())
                .query((row, n) -> new Link(
                        (row.getBoolean("forward") ? "" : "BY_") + row.getString("kind"),
                        row.getString("code"),
                        row.getString("number"),
                        DocumentKind.valueOf(row.getString("document_kind")),
                        new Label(row.getString("title_vi"), row.getString("title_en"))))
                .list();
    }

    /**
     * One link, read from the document on the page.
     *
     * @param name key of its words: IMPLEMENTS, or BY_IMPLEMENTS when the other one implements it
     * @param code of the other document
     * @param number of the other document
     * @param kind of the other document
     * @param title of the other document
     */
    record Link(String name, String code, String number, DocumentKind kind, Label title) {}
}
