package org.dongvon.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register of documents. */
@Component
public class Documents {

    private static final String LIST = """
            select id, code, number, issued_on, issuer, place, kind, title_vi, title_en, valid_from, valid_to, mark, source
              from document.document
             order by kind, issued_on desc nulls last, number, id
            """;

    private static final String FIND = """
            select id, code, number, issued_on, issuer, place, kind, title_vi, title_en, valid_from, valid_to, mark, source
              from document.document
             where code = :code
            """;

    private final JdbcClient db;

    Documents(JdbcClient db) {
        this.db = db;
    }

    /** All documents, by kind and then the newest first. */
    public List<Document> list() {
        return db.sql(LIST).query((row, n) -> document(row)).list();
    }

    /** All documents by their codes, for pages whose rows name documents. */
    public Map<String, Document> byCode() {
        return list().stream().collect(Collectors.toMap(Document::code, Function.identity()));
    }

    /** The document of a code, if the register has it. Example: {@code find("QD-2553-2025")}. */
    public Optional<Document> find(String code) {
        return db.sql(FIND).param("code", code).query((row, n) -> document(row)).optional();
    }

    /**
     * The document of a code.
     *
     * @throws Refused {@link DocumentRefusal#UNKNOWN_DOCUMENT}
     */
    public Document get(String code) {
        return find(code).orElseThrow(() -> new Refused(DocumentRefusal.UNKNOWN_DOCUMENT, code));
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getLong("id"),
                row.getString("code"),
                row.getString("number"),
                new Document.Origin(Issuer.valueOf(row.getString("issuer")), row.getString("place")),
                DocumentKind.valueOf(row.getString("kind")),
                new Label(row.getString("title_vi"), row.getString("title_en")),
                new DocumentDays(
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)),
                new Document.Evidence(Mark.valueOf(row.getString("mark")), row.getString("source")));
    }
}
