package org.dongvon.notice.making;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.dongvon.notice.template.Templates;
import org.dongvon.notice.template.Templates.Texts;
import org.dongvon.notice.text.ShortMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes messages that are made, all at once; what is there already is left alone. */
@Repository
class MessageBook {

    private static final String THERE = """
            select m.kind || ' ' || m.cause || ' ' || m.person_id as known
              from unnest(cast(:kinds as text[]), cast(:causes as text[]), cast(:people as bigint[])) as w (kind, cause, person_id)
              join notice.message m on m.kind = w.kind and m.cause = w.cause and m.person_id = w.person_id
            """;

    private static final String ADD = """
            with made as (
                insert into notice.message (point_id, person_id, kind, cause, about_on, made_on, language, template_from, text, coding, parts,
                                            submission)
                select w.point_id, w.person_id, w.kind, w.cause, w.about_on, :day, w.language, w.template_from, w.text, w.coding, w.parts, :key
                  from unnest(cast(:points as bigint[]), cast(:people as bigint[]), cast(:kinds as text[]), cast(:causes as text[]),
                              cast(:about as date[]), cast(:languages as text[]), cast(:templates as date[]), cast(:texts as text[]),
                              cast(:codings as text[]), cast(:parts as smallint[]))
                       as w (point_id, person_id, kind, cause, about_on, language, template_from, text, coding, parts)
                    on conflict (kind, cause, person_id) do nothing
                returning id, point_id),
            noted as (
                insert into notice.message_step (message_id, seq, point_id, state, submission)
                select m.id, 1, m.point_id, 'WAITING', :key from made m)
            select count(*) from made
            """;

    private static final String STOP = """
            with stopped as (
                update notice.message m
                   set state = 'STOPPED', steps = m.steps + 1
                 where m.id = any (:messages) and m.state in ('WAITING', 'FAILED') and m.point_id <@ (select shared.scope())
                returning m.id, m.steps, m.point_id),
            noted as (
                insert into notice.message_step (message_id, seq, point_id, state, note, submission)
                select s.id, s.steps, s.point_id, 'STOPPED', 'REVERSED', :key from stopped s)
            select count(*) from stopped
            """;

    private final JdbcClient db;

    MessageBook(JdbcClient db) {
        this.db = db;
    }

    /** Those for which there is no message yet. */
    List<Draft> without(List<Draft> drafts) {
        var there = new HashSet<>(db.sql(THERE)
                .param("kinds", texts(drafts, draft -> draft.kind().name()))
                .param("causes", texts(drafts, Draft::cause))
                .param("people", people(drafts))
                .query((row, n) -> row.getString("known"))
                .list());
        return drafts.stream()
                .filter(draft -> !there.contains(
                        draft.kind() + " " + draft.cause() + " " + draft.to().person()))
                .toList();
    }

    /** Writes them; returns how many were not there. */
    int add(List<Draft> drafts, LocalDate day, Wording wording, UUID key) {
        var written = drafts.stream().map(wording::of).toList();
        return db.sql(ADD)
                .param("day", day)
                .param("key", key)
                .param(
                        "points",
                        drafts.stream().map(draft -> draft.to().point()).toArray(Long[]::new))
                .param("people", people(drafts))
                .param("kinds", texts(drafts, draft -> draft.kind().name()))
                .param("causes", texts(drafts, Draft::cause))
                .param("about", texts(drafts, draft -> draft.aboutOn().toString()))
                .param("languages", texts(drafts, draft -> draft.to().language().name()))
                .param(
                        "templates",
                        texts(written, each -> each.template().from().toString()))
                .param("texts", texts(written, each -> each.message().text()))
                .param("codings", texts(written, each -> each.message().coding().name()))
                .param(
                        "parts",
                        written.stream().map(each -> each.message().parts()).toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** Stops those that still wait, since what they tell of was taken back; returns how many. */
    int stop(Collection<Long> messages, UUID key) {
        return db.sql(STOP)
                .param("messages", messages.toArray(Long[]::new))
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private static Long[] people(List<Draft> drafts) {
        return drafts.stream().map(draft -> draft.to().person()).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> all, Function<T, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    /** The texts that hold, and whether Vietnamese letters lose their marks, so that a part holds 160 of them. */
    record Wording(Texts texts, boolean plain) {

        Written of(Draft draft) {
            var template = texts.of(draft.kind(), draft.to().language());
            var filled = template.template().filled(draft.facts());
            return new Written(template, ShortMessage.of(plain ? ShortMessage.withoutMarks(filled) : filled));
        }
    }

    /** A text that is filled in. */
    record Written(Templates.Row template, ShortMessage message) {}
}
