package org.dongvon.notice.template;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dongvon.notice.MessageKind;
import org.dongvon.notice.text.MessageText;
import org.dongvon.shared.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts of messages by kind, language and day. */
@Repository
public class Templates {

    private static final String ROWS = """
            select t.kind, t.language, t.valid_from, t.text, t.mark, d.code as document
              from notice.template t
              left join document.document d on d.id = t.document_id
             order by t.kind, t.language, t.valid_from
            """;

    private static final String ADD = """
            insert into notice.template (kind, language, valid_from, text, document_id, mark, note)
            select :kind, n.language, :from, n.text, d.id, 'FOUND', :note
              from document.document d, unnest(cast(array['VI', 'EN'] as text[]), cast(array[:vi, :en] as text[])) as n (language, text)
             where d.code = :document
            """;

    private final JdbcClient db;

    Templates(JdbcClient db) {
        this.db = db;
    }

    /** All rows, by kind and language, the oldest first. */
    public List<Row> rows() {
        return db.sql(ROWS)
                .query((row, n) -> new Row(
                        MessageKind.valueOf(row.getString("kind")),
                        Language.valueOf(row.getString("language")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("text"),
                        row.getString("mark"),
                        row.getString("document")))
                .list();
    }

    /** The texts that hold on a day. */
    public Texts on(LocalDate day) {
        Map<MessageKind, Map<Language, Row>> texts = new EnumMap<>(MessageKind.class);
        rows().stream()
                .filter(row -> !row.from().isAfter(day))
                .sorted(Comparator.comparing(Row::from))
                .forEach(row -> texts.computeIfAbsent(row.kind(), kind -> new EnumMap<>(Language.class))
                        .put(row.language(), row));
        return new Texts(texts);
    }

    /** The text of a kind and language on a day, if there is one. */
    Optional<Row> find(MessageKind kind, Language language, LocalDate day) {
        return rows().stream()
                .filter(row -> row.kind() == kind
                        && row.language() == language
                        && !row.from().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** Adds the texts of a kind in both languages. */
    void add(MessageKind kind, LocalDate from, Pair texts, String document, String note) {
        db.sql(ADD)
                .param("kind", kind.name())
                .param("from", from)
                .param("vi", texts.vi())
                .param("en", texts.en())
                .param("document", document)
                .param("note", note)
                .update();
    }

    /** A text in both languages. */
    record Pair(String vi, String en) {}

    /** What holds on one day. */
    public record Texts(Map<MessageKind, Map<Language, Row>> rows) {

        /** The text of a kind, in the person's language. */
        public Row of(MessageKind kind, Language language) {
            return Optional.ofNullable(rows.get(kind))
                    .map(byLanguage -> byLanguage.get(language))
                    .orElseThrow(() -> new IllegalStateException("no text of " + kind + " in " + language));
        }
    }

    /** A text with its first day and the document it stands on. */
    public record Row(
            MessageKind kind,
            Language language,
            LocalDate from,
            String text,
            String mark,
            @Nullable String document) {

        public MessageText template() {
            return new MessageText(kind, text);
        }
    }
}
